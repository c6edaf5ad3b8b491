-- Planned contests, as the appender takes them.
-- source: CONTRACTS "Sheet formats" (schedule)

create or replace temp view ready_contest as
select distinct contest
from staged_plan;

create or replace temp view ready_schedule_item as
select
    contest,
    source_row,
    source_column,
    no,
    programme,
    season,
    level,
    unit,
    region,
    base,
    term,
    first_month,
    first_year,
    last_month,
    last_year,
    starts_on,
    ends_on,
    ruleset_hash
from staged_plan;

create or replace temp view ready_ruleset_of_calendar as
select distinct ruleset_hash
from staged_plan
where ruleset_hash is not null;
