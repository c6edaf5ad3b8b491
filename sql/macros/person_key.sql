-- score.person_key: what stands for a person until people say more: the code of the sheet, else
-- this one member of this one entry.
-- source: CONTRACTS "Ids" (persons are proposed, and confirmed by a human)

create or replace macro score.person_key(person, contest_no, entry_no, name_no) as
    coalesce(upper(nullif(trim(person), '')), concat_ws('/', '', contest_no, entry_no, name_no));
