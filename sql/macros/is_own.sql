-- fact.is_own: whether an entry is the reader's own: a participant reads as the public does, with
-- the variables own_contest and own_entry set; for everybody else no entry is.
-- source: rulebook BP-24 (before the publication a participant sees nothing); docs/sign-in.md

create or replace macro fact.is_own(contest_no, entry_no) as
    getvariable('audience')::varchar = 'public'
    and coalesce(contest_no = getvariable('own_contest')::integer, false)
    and coalesce(entry_no = getvariable('own_entry')::integer, false);
