-- mart.benchmark: what each region, and each organisation in it, has achieved, and the year before.
-- grain: one row per programme, season, level, stream, region and organisation (null: the region)
-- source: rulebook WS-12, WS-05.6, WS-06.6 (benchmarking: no formula in the text [D]), EX-35

create or replace view mart.benchmark as
with
entry as materialized (
    select
        programme,
        season,
        level,
        stream,
        contest_no,
        scope_region,
        scope_organisation,
        region,
        organisation,
        award,
        medal_points,
        is_winner
    from score.bench_entry
),

counted as (
    select
        programme,
        season,
        level,
        stream,
        region,
        organisation,
        grouping(organisation) = 1 as is_region,
        count(*)::integer as entries,
        count(distinct contest_no)::integer as skills,
        count(distinct contest_no) filter (scope_region <> region)::integer as skills_abroad,
        count(distinct contest_no) filter (
            scope_region <> region or scope_organisation <> organisation
        )::integer as skills_elsewhere,
        count(*) filter (is_winner)::integer as winners,
        count(*) filter (award = 'gold')::integer as gold,
        count(*) filter (award = 'silver')::integer as silver,
        count(*) filter (award = 'bronze')::integer as bronze,
        count(*) filter (award = 'medallion')::integer as medallion,
        sum(medal_points)::bigint as medal_points
    from entry
    group by grouping sets (
        (programme, season, level, stream, region),
        (programme, season, level, stream, region, organisation)
    )
),

offered as (
    select
        programme,
        season,
        level,
        stream,
        scope_region as region,
        scope_organisation as organisation,
        grouping(scope_region) = 1 as is_event,
        grouping(scope_organisation) = 1 as is_region,
        count(distinct contest_no)::integer as skills,
        count(distinct contest_no) filter (scope_region is null)::integer as skills_of_country,
        count(distinct contest_no) filter (scope_organisation is null)::integer as skills_open
    from entry
    group by grouping sets (
        (programme, season, level, stream),
        (programme, season, level, stream, scope_region),
        (programme, season, level, stream, scope_region, scope_organisation)
    )
),

achieved as (
    select
        counted.programme,
        counted.season,
        counted.level,
        counted.stream,
        counted.region,
        counted.organisation,
        counted.is_region,
        counted.entries,
        counted.skills,
        counted.winners,
        counted.gold,
        counted.silver,
        counted.bronze,
        counted.medallion,
        counted.medal_points,
        coalesce(country.skills_of_country, 0)
        + if(
            counted.is_region,
            coalesce(own_region.skills, 0) + counted.skills_abroad,
            coalesce(own_region.skills_open, 0)
            + coalesce(own.skills, 0)
            + counted.skills_elsewhere
        ) as skills_held
    from counted
    left join offered as country
        on country.programme = counted.programme
        and country.season = counted.season
        and country.level = counted.level
        and country.stream = counted.stream
        and country.is_event
    left join offered as own_region
        on own_region.programme = counted.programme
        and own_region.season = counted.season
        and own_region.level = counted.level
        and own_region.stream = counted.stream
        and own_region.region = counted.region
        and own_region.is_region
        and not own_region.is_event
    left join offered as own
        on own.programme = counted.programme
        and own.season = counted.season
        and own.level = counted.level
        and own.stream = counted.stream
        and own.region = counted.region
        and own.organisation = counted.organisation
    where
        counted.is_region
        or counted.organisation is not null
)

select
    -- ids
    achieved.programme,
    achieved.season,
    achieved.level,
    achieved.stream,
    achieved.region,
    case getvariable('lang')::varchar
        when 'ru' then coalesce(region.short_ru, achieved.region)
        when 'en' then coalesce(region.short_en, achieved.region)
        else coalesce(region.short_kk, achieved.region)
    end as region_name,
    achieved.organisation,

    -- entries and medals
    achieved.entries,
    achieved.winners,
    achieved.gold,
    achieved.silver,
    achieved.bronze,
    achieved.medallion,
    achieved.medal_points,

    -- skills
    achieved.skills,
    achieved.skills_held,
    score.per_skill(achieved.medal_points, achieved.skills) as points_per_skill,
    ((2000 * achieved.skills + achieved.skills_held) // (2 * achieved.skills_held) * 0.1)
        ::decimal(5, 1) as skills_share,

    -- year on year
    before.entries as entries_before,
    before.medal_points as medal_points_before,
    achieved.medal_points - before.medal_points as medal_points_change,
    score.per_skill(before.medal_points, before.skills) as points_per_skill_before
from achieved
left join achieved as before
    on before.programme = achieved.programme
    and before.season = achieved.season - 1
    and before.level = achieved.level
    and before.stream = achieved.stream
    and before.region = achieved.region
    and before.is_region = achieved.is_region
    and before.organisation is not distinct from achieved.organisation
left join ref.region as region on region.region = achieved.region;

comment on view mart.benchmark is 'What each region and organisation has achieved.';
comment on column mart.benchmark.programme is 'Programme.';
comment on column mart.benchmark.season is 'Season.';
comment on column mart.benchmark.level is 'college, oblast, republic or international.';
comment on column mart.benchmark.stream is 'wsk, abilympics, deafskills or agroskills.';
comment on column mart.benchmark.region is 'ISO code of the home region, or member code.';
comment on column mart.benchmark.region_name is 'Short name of the region in the reader language.';
comment on column mart.benchmark.organisation is 'Organisation; null: the region as a whole.';
comment on column mart.benchmark.entries is 'Competing entries; a team is one; no guests.';
comment on column mart.benchmark.winners is 'Entries with a place that goes on, or the first.';
comment on column mart.benchmark.gold is 'Gold medals.';
comment on column mart.benchmark.silver is 'Silver medals.';
comment on column mart.benchmark.bronze is 'Bronze medals.';
comment on column mart.benchmark.medallion is 'Medallions for Excellence.';
comment on column mart.benchmark.medal_points is 'Points of the medals (4, 3, 2, 1).';
comment on column mart.benchmark.skills is 'Skills entered.';
comment on column mart.benchmark.skills_held is 'Skills held that were open to it.';
comment on column mart.benchmark.points_per_skill is
    'Medal points a skill entered, to thousandths.';
comment on column mart.benchmark.skills_share is
    'Skills entered of a hundred skills held, to tenths.';
comment on column mart.benchmark.entries_before is 'Entries a season earlier; null: none.';
comment on column mart.benchmark.medal_points_before is
    'Medal points a season earlier; null: none.';
comment on column mart.benchmark.medal_points_change is 'Medal points more than a season earlier.';
comment on column mart.benchmark.points_per_skill_before is
    'Medal points a skill a season earlier, to thousandths.';
