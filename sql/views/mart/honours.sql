-- mart.honours: the best of each region and the best of each event, sharers together.
-- grain: one row per event, kind, contest_no, entry_no
-- source: rulebook WM-37; CONTRACTS "Ids" (event: programme-season-level, with the region of an
-- oblast or college event)

create or replace view mart.honours as
with
ranked as (
    select
        concat_ws('-', contest.programme, contest.season, contest.level, contest.region) as event,
        contest.programme,
        contest.season,
        contest.level,
        board.contest_no,
        contest.contest,
        contest.unit,
        board.entry_no,
        board.entry,
        board.name,
        board.region,
        board.scale
    from fact.board as board
    inner join fact.contest as contest on contest.contest_no = board.contest_no
    where
        board.place is not null
        and board.scale is not null
),

best as (
    select
        'best_of_region' as kind,
        event,
        programme,
        season,
        level,
        contest_no,
        contest,
        unit,
        entry_no,
        entry,
        name,
        region,
        scale
    from ranked
    where region is not null
    window of_region as (partition by event, region)
    qualify scale = max(scale) over of_region

    union all

    select
        'best_of_event' as kind,
        event,
        programme,
        season,
        level,
        contest_no,
        contest,
        unit,
        entry_no,
        entry,
        name,
        region,
        scale
    from ranked
    window of_event as (partition by event)
    qualify scale = max(scale) over of_event
)

select
    -- ids
    best.event,
    best.kind,
    best.programme,
    best.season,
    best.level,
    best.contest_no,
    best.contest,
    best.unit,
    best.entry_no,
    best.entry,

    -- who
    best.name,
    best.region,
    case getvariable('lang')::varchar
        when 'ru' then coalesce(region.short_ru, best.region)
        when 'en' then coalesce(region.short_en, best.region)
        else coalesce(region.short_kk, best.region)
    end as region_name,

    -- numbers
    best.scale
from best
left join ref.region as region on region.region = best.region;

comment on view mart.honours is 'The best of each region and of each event.';
comment on column mart.honours.event is
    'Event id: programme-season-level, and region if it has one.';
comment on column mart.honours.kind is 'best_of_region or best_of_event (Albert Vidal Award).';
comment on column mart.honours.programme is 'Programme.';
comment on column mart.honours.season is 'Season.';
comment on column mart.honours.level is 'college, oblast, republic or international.';
comment on column mart.honours.contest_no is 'Physical key of the contest.';
comment on column mart.honours.contest is 'Contest id.';
comment on column mart.honours.unit is 'Skill.';
comment on column mart.honours.entry_no is 'Key of the entry inside its contest.';
comment on column mart.honours.entry is 'Entry id, unique inside its contest.';
comment on column mart.honours.name is 'Name; the members of a team.';
comment on column mart.honours.region is 'ISO code of the own region, or member code.';
comment on column mart.honours.region_name is 'Short name of the region in the reader language.';
comment on column mart.honours.scale is 'Whole score on the standard scale.';
