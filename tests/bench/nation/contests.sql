-- 20 oblasts, 60 skills: a contest each, as the appender takes contests.
create or replace temp table ready_contest_fact as
select
    'worldskills-2026-oblast-' || region.region || '-' || unit.unit as contest,
    row_number() over (order by region.region, unit.unit)::integer as source_row,
    'A' as source_column,
    'worldskills' as programme,
    2026 as season,
    'oblast' as level,
    region.region,
    null::varchar as organisation,
    null::varchar as stream,
    unit.unit,
    unit.edition,
    (select ruleset_hash from ref.ruleset where ruleset = 'worldskills') as ruleset_hash,
    date '2026-10-05' as starts_on,
    date '2026-10-09' as ends_on,
    region.region as host,
    null::integer as max_entries,
    false as is_archive
from ref.region as region
cross join (
    select unit, edition
    from ref.unit
    where programme = 'worldskills' and edition = '2026'
    order by unit
    limit getvariable('skills')::integer
) as unit;
