-- Posts, as the appender takes them: contests that are new, and each publication.
-- source: CONTRACTS "Sheet formats" (vacancies); rulebook VC-01, VC-03

create or replace temp view ready_contest as
select distinct contest
from staged_contest;

create or replace temp view ready_contest_fact as
select
    staged.contest,
    min(staged.source_row) as source_row,
    arg_min(staged.source_column, staged.source_row) as source_column,
    min(staged.programme) as programme,
    min(staged.season) as season,
    min(staged.level) as level,
    min(staged.region) as region,
    arg_min(staged.organisation, staged.source_row) as organisation,
    'wsk' as stream,
    min(staged.unit) as unit,
    null::varchar as edition,
    arg_min(staged.ruleset_hash, staged.source_row) as ruleset_hash,
    min(staged.published_on) as starts_on,
    null::date as ends_on,
    null::varchar as host,
    null::integer as max_entries,
    false as is_archive
from staged_contest as staged
anti join fact.contest as contest on contest.contest = staged.contest
group by staged.contest;

create or replace temp view ready_vacancy as
select
    contest,
    source_row,
    source_column,
    post,
    organisation,
    region,
    units,
    published_on,
    deadline_days,
    is_english
from staged_contest;
