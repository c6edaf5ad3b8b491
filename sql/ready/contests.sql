-- Contests, as the appender takes them.
-- source: CONTRACTS "Ids"

create or replace temp view ready_contest as
select distinct contest
from staged_contest;

create or replace temp view ready_contest_fact as
select
    contest,
    source_row,
    source_column,
    programme,
    season,
    level,
    region,
    organisation,
    stream,
    unit,
    edition,
    ruleset_hash,
    starts_on,
    ends_on,
    host,
    max_entries,
    false as is_archive
from staged_contest;
