-- What makes a row of a decisions sheet the same row: kind and subject.
-- grain: one row per row of the sheet

create or replace temp view staged_key as
select
    source_row,
    source_column,
    null::varchar as contest,
    hash(kind, subject, expert, value, "at") as thing,
    concat_ws(chr(31), kind, subject, expert, value, "at") as key
from staged;

create or replace temp table staged_other_row (source_row integer);

create or replace temp view staged_signature as
select contest.contest_no
from staged
inner join known_contest as contest on contest.contest = staged.subject
where staged.kind = 'sign_off';
