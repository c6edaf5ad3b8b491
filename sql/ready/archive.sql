-- Published results, as the appender takes them: contests that are new, entries, scale scores.
-- source: CONTRACTS "Sheet formats" (archive)

create or replace temp view ready_contest as
select distinct contest
from staged_result;

create or replace temp view ready_contest_fact as
select
    result.contest,
    min(result.source_row) as source_row,
    min(result.source_column) as source_column,
    min(result.programme) as programme,
    min(result.season) as season,
    min(result.level) as level,
    null::varchar as region,
    null::varchar as organisation,
    'wsk' as stream,
    min(result.unit) as unit,
    null::varchar as edition,
    arg_min(result.ruleset_hash, result.source_row) as ruleset_hash,
    null::date as starts_on,
    null::date as ends_on,
    null::varchar as host,
    null::integer as max_entries,
    true as is_archive
from staged_result as result
anti join fact.contest as contest on contest.contest = result.contest
group by result.contest;

create or replace temp view ready_entry_fact as
select
    contest,
    source_row,
    source_column,
    entry,
    null::varchar as name,
    null::varchar as person,
    region,
    null::varchar as organisation,
    false as is_guest,
    'active' as status,
    null::varchar as contact_birth_date,
    null::boolean as is_minor
from staged_result;

create or replace temp view ready_scale_score as
select
    contest,
    source_row,
    source_column,
    entry,
    scale,
    award as award_claimed
from staged_result;
