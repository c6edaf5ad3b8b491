-- mart.seat_weights: what places could be shared out by: colleges, entries, last year's medals.
-- grain: one row per programme, season, level, region of the country
-- source: rulebook WS-10 [D] (what-if of the quota), WM-40

create or replace view mart.seat_weights as
with
college as (
    select
        region,
        count(distinct organisation) as colleges
    from fact.organisation
    group by region
),

entered as (
    select
        programme,
        season,
        level,
        region,
        count(*) as entries,
        sum(medal_points) as medal_points
    from score.bench_entry
    group by programme, season, level, region
),

edition as (
    select distinct
        programme,
        season,
        level
    from score.seat_rule
)

select
    edition.programme,
    edition.season,
    edition.level,
    region.region,
    coalesce(college.colleges, 0)::bigint as colleges,
    coalesce(entered.entries, 0)::bigint as entries,
    coalesce(above.medal_points, 0)::bigint as medal_points_before
from edition
cross join ref.region as region
left join college on college.region = region.region
left join entered
    on entered.programme = edition.programme
    and entered.season = edition.season
    and entered.level = edition.level
    and entered.region = region.region
left join entered as above
    on above.programme = edition.programme
    and above.season = edition.season - 1
    and above.level = score.next_level(edition.level)
    and above.region = region.region
where
    edition.season >= coalesce(year(region.valid_from), 0)
    and edition.season <= coalesce(year(region.valid_to), 9999);

comment on view mart.seat_weights is 'What places could be shared out by.';
comment on column mart.seat_weights.programme is 'Programme.';
comment on column mart.seat_weights.season is 'Season whose places are shared out.';
comment on column mart.seat_weights.level is 'college, oblast or republic: the level left behind.';
comment on column mart.seat_weights.region is 'ISO code.';
comment on column mart.seat_weights.colleges is 'Organisations on record; 0 for the public.';
comment on column mart.seat_weights.entries is 'Competing entries of the region at this level.';
comment on column mart.seat_weights.medal_points_before is
    'Medal points of the region at the next level, a season earlier.';
