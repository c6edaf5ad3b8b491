-- mart.quotas: how many winners and persons each region has determined, against the edition's range.
-- grain: one row per programme, season, level, region
-- source: rulebook WS-10 (distinct persons, all streams), WS-20, EX-01 to EX-07, OQ-01, IND-36

create or replace view mart.quotas as
with
edition as materialized (
    select
        programme,
        season,
        level,
        region,
        contests,
        contests_unsigned,
        minimum,
        maximum,
        is_enforced,
        seats
    from score.seat_region
),

judged as materialized (
    select
        programme,
        season,
        level,
        region,
        seat.entry.contest_no as contest_no,
        seat.entry.entry_no as entry_no,
        seat.entry.stream as stream,
        seat.entry.persons as persons,
        seat.status as status,
        seat.entry.is_winner as is_winner
    from (
        select
            programme,
            season,
            level,
            region,
            unnest(seats) as seat
        from edition
    ) as listed
),

won as (
    select
        programme,
        season,
        level,
        region,
        count(*)::integer as winners,
        count(*) filter (status = 'hold')::integer as entries_hold
    from judged
    where is_winner
    group by programme, season, level, region
),

person as (
    select
        programme,
        season,
        level,
        region,
        person,
        bool_or(is_winner) as is_winner,
        bool_or(is_winner and stream = 'wsk') as is_wsk,
        bool_or(is_winner and stream = 'abilympics') as is_abilympics,
        bool_or(is_winner and stream = 'deafskills') as is_deafskills,
        bool_or(is_winner and stream = 'agroskills') as is_agroskills,
        bool_or(status = 'in') as is_in,
        bool_or(status in ('in', 'hold')) as is_in_or_hold
    from (
        select
            programme,
            season,
            level,
            region,
            stream,
            status,
            is_winner,
            unnest(persons) as person
        from judged
    ) as named
    group by programme, season, level, region, person
),

counted as (
    select
        programme,
        season,
        level,
        region,
        count_if(is_winner)::integer as persons,
        count_if(is_wsk)::integer as persons_wsk,
        count_if(is_abilympics)::integer as persons_abilympics,
        count_if(is_deafskills)::integer as persons_deafskills,
        count_if(is_agroskills)::integer as persons_agroskills,
        count_if(is_in)::integer as seats_in,
        count_if(is_in_or_hold)::integer as seats_in_or_hold
    from person
    group by programme, season, level, region
)

select
    -- ids
    bound.programme,
    bound.season,
    bound.level,
    bound.region,
    case getvariable('lang')::varchar
        when 'ru' then coalesce(region.short_ru, bound.region)
        when 'en' then coalesce(region.short_en, bound.region)
        else coalesce(region.short_kk, bound.region)
    end as region_name,

    -- persons
    coalesce(won.winners, 0) as winners,
    coalesce(counted.persons, 0) as persons,
    coalesce(counted.persons_wsk, 0) as persons_wsk,
    coalesce(counted.persons_abilympics, 0) as persons_abilympics,
    coalesce(counted.persons_deafskills, 0) as persons_deafskills,
    coalesce(counted.persons_agroskills, 0) as persons_agroskills,

    -- range
    bound.minimum,
    bound.maximum,
    case
        when bound.minimum is null and bound.maximum is null then 'no_rule'
        when coalesce(counted.persons, 0) < bound.minimum then 'below_min'
        when coalesce(counted.persons, 0) > bound.maximum then 'above_max'
        else 'in_range'
    end as status,
    if(bound.minimum is null, null, greatest(bound.minimum - coalesce(counted.persons, 0), 0))
        as short_by,
    if(bound.maximum is null, null, greatest(coalesce(counted.persons, 0) - bound.maximum, 0))
        as above_by,

    -- seats
    coalesce(counted.seats_in, 0) as seats_in,
    coalesce(counted.seats_in_or_hold - counted.seats_in, 0) as seats_hold,
    coalesce(won.entries_hold, 0) as entries_hold,

    -- what may still change
    bound.contests,
    bound.contests_unsigned,
    bound.is_enforced
from edition as bound
left join won
    on won.programme = bound.programme
    and won.season = bound.season
    and won.level = bound.level
    and won.region = bound.region
left join counted
    on counted.programme = bound.programme
    and counted.season = bound.season
    and counted.level = bound.level
    and counted.region = bound.region
left join ref.region as region on region.region = bound.region
where bound.region is not null;

comment on view mart.quotas is 'Winners and persons of each region against the range.';
comment on column mart.quotas.programme is 'Programme.';
comment on column mart.quotas.season is 'Season: the edition.';
comment on column mart.quotas.level is 'college, oblast or republic: the level left behind.';
comment on column mart.quotas.region is 'ISO code of the home region, or member code.';
comment on column mart.quotas.region_name is 'Short name of the region in the reader language.';
comment on column mart.quotas.winners is 'Entries with a place that goes on.';
comment on column mart.quotas.persons is 'Distinct persons of those entries, all streams.';
comment on column mart.quotas.persons_wsk is 'Of these, in the main stream.';
comment on column mart.quotas.persons_abilympics is 'Of these, in Abilympics.';
comment on column mart.quotas.persons_deafskills is 'Of these, in DeafSkills.';
comment on column mart.quotas.persons_agroskills is 'Of these, in AgroSkills.';
comment on column mart.quotas.minimum is 'Fewest persons; null: no rule.';
comment on column mart.quotas.maximum is 'Most persons; null: no rule.';
comment on column mart.quotas.status is 'below_min, in_range, above_max or no_rule.';
comment on column mart.quotas.short_by is
    'Persons missing to the fewest; nobody is added; null: no rule.';
comment on column mart.quotas.above_by is 'Persons beyond the most; null: no rule.';
comment on column mart.quotas.seats_in is 'Distinct persons who go on: the delegation.';
comment on column mart.quotas.seats_hold is 'Further persons who wait for a decision.';
comment on column mart.quotas.entries_hold is 'Entries that wait for a decision.';
comment on column mart.quotas.contests is 'Contests of the region, or with its entries.';
comment on column mart.quotas.contests_unsigned is 'Of these, not signed off: may still change.';
comment on column mart.quotas.is_enforced is 'The most persons is a limit; else a warning.';
