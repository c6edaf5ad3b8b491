-- Events, as the appender takes them.
-- source: CONTRACTS "Sheet formats" (events)

create or replace temp view ready_contest as
select distinct contest
from staged_plan;

create or replace temp view ready_event as
select
    contest,
    source_row,
    source_column,
    event,
    programme,
    season,
    level,
    title,
    region,
    place,
    term,
    first_month,
    first_year,
    last_month,
    last_year,
    starts_on,
    ends_on,
    state,
    repeats,
    note,
    ruleset_hash
from staged_plan;

create or replace temp view ready_ruleset_of_calendar as
select distinct ruleset_hash
from staged_plan
where ruleset_hash is not null;
