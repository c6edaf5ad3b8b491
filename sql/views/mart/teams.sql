-- mart.teams: medals and scale points of each region or member, in four orders.
-- grain: one row per season, programme, level, stream, region
-- source: rulebook WM-40, WM-41. Averages are compared in 1e-12 parts of a point: fractions with
-- fewer than a million skills differ by more, so equal ones stay equal and no order is lost

create or replace view mart.teams as
with
entered as (
    select
        contest.season,
        contest.programme,
        contest.level,
        coalesce(contest.stream, 'wsk') as stream,
        entry.region,
        count(*)::integer as entries,
        count(distinct total.contest_no)::integer as skills,
        count(*) filter (total.award = 'gold')::integer as gold,
        count(*) filter (total.award = 'silver')::integer as silver,
        count(*) filter (total.award = 'bronze')::integer as bronze,
        count(*) filter (total.award = 'medallion')::integer as medallion,
        coalesce(sum(award.medal_points), 0)::bigint as medal_points,
        coalesce(sum(total.scale), 0)::bigint as scale_points
    from fact.entry_total as total
    inner join fact.contest as contest on contest.contest_no = total.contest_no
    inner join ref.ruleset as ruleset on ruleset.ruleset_hash = contest.ruleset_hash
    inner join fact.entry as entry
        on entry.contest_no = total.contest_no
        and entry.entry_no = total.entry_no
    inner join score.competitor as competitor
        on competitor.contest_no = total.contest_no
        and competitor.entry_no = total.entry_no
    left join ref.award_rule as award
        on award.ruleset_hash = contest.ruleset_hash
        and award.award = total.award
    where
        ruleset.award_kind = 'scale'
        and competitor.is_competing
        and entry.region is not null
        and fact.is_asked(total.contest_no)
    group by
        contest.season,
        contest.programme,
        contest.level,
        coalesce(contest.stream, 'wsk'),
        entry.region
)

select
    -- ids
    entered.season,
    entered.programme,
    entered.level,
    entered.stream,
    entered.region,
    case getvariable('lang')::varchar
        when 'ru' then coalesce(region.short_ru, entered.region)
        when 'en' then coalesce(region.short_en, entered.region)
        else coalesce(region.short_kk, entered.region)
    end as region_name,
    case getvariable('lang')::varchar
        when 'ru' then coalesce(region.name_ru, entered.region)
        when 'en' then coalesce(region.name_en, entered.region)
        else coalesce(region.name_kk, entered.region)
    end as region_long,

    -- medals
    entered.gold,
    entered.silver,
    entered.bronze,
    entered.medallion,
    entered.entries,
    entered.skills,

    -- points
    entered.medal_points,
    (
        (2000 * entered.medal_points + entered.skills) // (2 * entered.skills) * 0.001
    )::decimal(12, 3) as average_medal_points,
    entered.scale_points,
    (
        (2000 * entered.scale_points + entered.skills) // (2 * entered.skills) * 0.001
    )::decimal(12, 3) as average_scale_points,

    -- places
    rank() over by_medals as place_medal_points,
    rank() over by_average_medals as place_average_medal_points,
    rank() over by_scale as place_scale_points,
    rank() over by_average_scale as place_average_scale_points
from entered
left join ref.region as region on region.region = entered.region
window
    by_medals as (
        partition by entered.season, entered.programme, entered.level, entered.stream
        order by entered.medal_points desc
    ),
    by_average_medals as (
        partition by entered.season, entered.programme, entered.level, entered.stream
        order by entered.medal_points * 1000000000000 // entered.skills desc
    ),
    by_scale as (
        partition by entered.season, entered.programme, entered.level, entered.stream
        order by entered.scale_points desc
    ),
    by_average_scale as (
        partition by entered.season, entered.programme, entered.level, entered.stream
        order by entered.scale_points * 1000000000000 // entered.skills desc
    );

comment on view mart.teams is 'Medals and scale points of each region or member.';
comment on column mart.teams.season is 'Season.';
comment on column mart.teams.programme is 'Programme.';
comment on column mart.teams.level is 'college, oblast, republic or international.';
comment on column mart.teams.stream is 'wsk, abilympics, deafskills or agroskills.';
comment on column mart.teams.region is 'ISO code of the region, or member code.';
comment on column mart.teams.region_name is 'Short name of the region in the reader language.';
comment on column mart.teams.region_long is 'Full name of the region in the reader language.';
comment on column mart.teams.gold is 'Gold medals.';
comment on column mart.teams.silver is 'Silver medals.';
comment on column mart.teams.bronze is 'Bronze medals.';
comment on column mart.teams.medallion is 'Medallions for Excellence.';
comment on column mart.teams.entries is 'Competing entries; a team is one.';
comment on column mart.teams.skills is 'Skills entered.';
comment on column mart.teams.medal_points is
    'Points of the medals, as the ruleset says (4, 3, 2, 1).';
comment on column mart.teams.average_medal_points is 'Medal points a skill, to thousandths.';
comment on column mart.teams.scale_points is 'Sum of the scale scores.';
comment on column mart.teams.average_scale_points is 'Scale points a skill, to thousandths.';
comment on column mart.teams.place_medal_points is 'Place by medal points.';
comment on column mart.teams.place_average_medal_points is 'Place by medal points a skill, exact.';
comment on column mart.teams.place_scale_points is 'Place by scale points.';
comment on column mart.teams.place_average_scale_points is 'Place by scale points a skill, exact.';
