-- Organisations, as the appender takes them; they belong to no contest.

create or replace temp view ready_contest as
select null::varchar as contest
where false;

create or replace temp view ready_organisation as
select
    source_row,
    source_column,
    name as organisation,
    region,
    kind,
    cast(students as integer) as students,
    ownership
from staged;
