-- The works handed in, as the appender takes them.
-- source: rulebook BP-04, BP-07; CONTRACTS "Sheet formats" (works)

create or replace temp view ready_contest as
select distinct contest
from staged
where contest is not null;

create or replace temp view ready_work as
select
    contest,
    source_row,
    source_column,
    entry,
    received_at,
    pages,
    coalesce(flag <> 'none', false) as has_flag
from staged_work
where entry is not null and received_at is not null;
