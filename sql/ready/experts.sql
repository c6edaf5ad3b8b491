-- What experts do in contests, as the appender takes it; never published.
-- source: rulebook WM-07, BP-11

create or replace temp view ready_contest as
select distinct contest
from staged
where contest is not null;

create or replace temp view ready_expert as
select
    contest as for_contest,
    source_row,
    source_column,
    name,
    region,
    organisation,
    employer_kind,
    coalesce(role, 'judge') as role,
    conflict
from staged;
