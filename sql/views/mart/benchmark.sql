-- mart.benchmark: what each region, and each organisation in it, has achieved, and the year before.
-- grain: one row per programme, season, level, stream, region and organisation (null: the region)
-- source: rulebook WS-12, WS-05.6, WS-06.6 (benchmarking: no formula in the text [D]), EX-35

create or replace view mart.benchmark as
with
achieved as (
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
        count(*) filter (is_winner)::integer as winners,
        count(*) filter (award = 'gold')::integer as gold,
        count(*) filter (award = 'silver')::integer as silver,
        count(*) filter (award = 'bronze')::integer as bronze,
        count(*) filter (award = 'medallion')::integer as medallion,
        sum(medal_points)::bigint as medal_points
    from score.bench_entry
    group by grouping sets (
        (programme, season, level, stream, region),
        (programme, season, level, stream, region, organisation)
    )
),

offered as (
    select distinct
        entry.programme,
        entry.season,
        entry.level,
        entry.stream,
        entry.contest_no,
        contest.region,
        contest.organisation
    from score.bench_entry as entry
    inner join fact.contest as contest on contest.contest_no = entry.contest_no
),

open_to as (
    select
        achieved.programme,
        achieved.season,
        achieved.level,
        achieved.stream,
        achieved.region,
        achieved.organisation,
        achieved.is_region,
        count(*)::integer as skills_held
    from achieved
    inner join offered
        on offered.programme = achieved.programme
        and offered.season = achieved.season
        and offered.level = achieved.level
        and offered.stream = achieved.stream
        and (
            (
                coalesce(offered.region, achieved.region) = achieved.region
                and (
                    achieved.is_region
                    or coalesce(offered.organisation, achieved.organisation)
                        = achieved.organisation
                )
            )
            or exists (
                select entry.entry_no
                from score.bench_entry as entry
                where
                    entry.contest_no = offered.contest_no
                    and entry.region = achieved.region
                    and (achieved.is_region or entry.organisation = achieved.organisation)
            )
        )
    group by
        achieved.programme,
        achieved.season,
        achieved.level,
        achieved.stream,
        achieved.region,
        achieved.organisation,
        achieved.is_region
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
    open_to.skills_held,
    score.per_skill(achieved.medal_points, achieved.skills) as points_per_skill,
    ((2000 * achieved.skills + open_to.skills_held) // (2 * open_to.skills_held) * 0.1)
        ::decimal(5, 1) as skills_share,

    -- year on year
    before.entries as entries_before,
    before.medal_points as medal_points_before,
    achieved.medal_points - before.medal_points as medal_points_change,
    score.per_skill(before.medal_points, before.skills) as points_per_skill_before
from achieved
inner join open_to
    on open_to.programme = achieved.programme
    and open_to.season = achieved.season
    and open_to.level = achieved.level
    and open_to.stream = achieved.stream
    and open_to.region = achieved.region
    and open_to.is_region = achieved.is_region
    and open_to.organisation is not distinct from achieved.organisation
left join achieved as before
    on before.programme = achieved.programme
    and before.season = achieved.season - 1
    and before.level = achieved.level
    and before.stream = achieved.stream
    and before.region = achieved.region
    and before.is_region = achieved.is_region
    and before.organisation is not distinct from achieved.organisation
left join ref.region as region on region.region = achieved.region
where
    achieved.is_region
    or achieved.organisation is not null;

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
