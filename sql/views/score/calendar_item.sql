-- score.calendar_item: everything of the calendar with the days it may take: planned contests,
-- other events, and contests that neither a schedule plans nor an event announces.
-- grain: one row per contest, item
-- source: rulebook TC-S01 to TC-S13, TC-C2, WS-E1 to WS-E4, EV-01 to EV-17, OQ-10 (a month is
-- never made a day), TC-05, SL-03 to SL-05 (the regional stage is reckoned backwards), TC-C4 (the
-- host a planned contest has itself counts once it is known, and TC-D2 keeps what was planned)

create or replace view score.calendar_item as
with
contest_day as (
    select
        contest_no,
        contest,
        item,
        programme,
        level,
        region,
        unit,
        host,
        ruleset_hash,
        starts_on,
        ends_on,
        is_planned
    from score.contest_day
),

told as (
    select
        contest_no,
        contest,
        event,
        programme,
        season,
        level,
        title,
        region,
        place,
        ruleset_hash,
        state,
        repeats,
        score.month_first(season, first_month, first_year) as window_first,
        last_day(score.month_first(season, last_month, last_year)) as window_last,
        starts_on,
        coalesce(ends_on, starts_on) as ends_on
    from fact.event
),

held as (
    select
        if(any_value(unit) is null, null, min(contest_no)) as contest_no,
        if(any_value(unit) is null, null, min(contest)) as contest,
        item,
        programme,
        level,
        any_value(unit) as unit,
        if(count(distinct host) = 1, min(host), any_value(region)) as region,
        any_value(ruleset_hash) as ruleset_hash,
        min(starts_on) as starts_on,
        max(ends_on) as ends_on
    from contest_day
    where not is_planned
    group by item, programme, level
),

together as (
    select
        plan.contest_no,
        plan.contest,
        plan.item,
        'schedule' as kind,
        plan.no,
        plan.programme,
        plan.season,
        plan.level,
        plan.unit,
        null::varchar as title,
        coalesce(contest.host, plan.region) as region,
        plan.region as planned_region,
        plan.base as place,
        plan.ruleset_hash,
        'planned' as state,
        null::varchar as repeats,
        score.month_first(plan.season, plan.first_month, plan.first_year) as window_first,
        last_day(score.month_first(plan.season, plan.last_month, plan.last_year)) as window_last,
        coalesce(day.starts_on, plan.starts_on) as starts_on,
        coalesce(day.ends_on, plan.ends_on, plan.starts_on) as ends_on
    from fact.schedule_item as plan
    left join contest_day as day
        on day.is_planned
        and day.contest = plan.item
    left join fact.contest as contest
        on contest.contest = plan.item
        and not contest.is_archive

    union all

    select
        event.contest_no,
        event.contest,
        event.event as item,
        'event' as kind,
        null::integer as no,
        event.programme,
        event.season,
        event.level,
        null::varchar as unit,
        event.title,
        event.region,
        null::varchar as planned_region,
        event.place,
        event.ruleset_hash,
        event.state,
        event.repeats,
        event.window_first,
        event.window_last,
        event.starts_on,
        event.ends_on
    from told as event

    union all

    select
        held.contest_no,
        held.contest,
        held.item,
        'contests' as kind,
        null::integer as no,
        held.programme,
        score.school_year(held.starts_on) as season,
        held.level,
        held.unit,
        null::varchar as title,
        held.region,
        null::varchar as planned_region,
        null::varchar as place,
        held.ruleset_hash,
        'planned' as state,
        null::varchar as repeats,
        null::date as window_first,
        null::date as window_last,
        held.starts_on,
        held.ends_on
    from held
    anti join told as event
        on event.programme = held.programme
        and event.level = held.level
        and event.starts_on <= held.ends_on
        and event.ends_on >= held.starts_on
        and (held.level = 'republic' or event.region = held.region)
)

select
    -- ids
    together.contest_no,
    together.contest,
    together.item,
    together.kind,
    together.no,
    together.programme,
    together.season,
    together.level,
    together.unit,
    together.title,
    together.region,
    together.planned_region,
    together.place,
    together.ruleset_hash,

    -- days
    together.window_first,
    together.window_last,
    together.starts_on,
    together.ends_on,
    coalesce(together.starts_on, together.window_first) as first_day,
    coalesce(together.ends_on, together.window_last) as last_day,
    case
        when together.starts_on is not null then 'day'
        when together.window_first is not null then 'month'
    end as precision,
    together.state,
    together.repeats,

    -- regional stage
    case
        when together.level = 'republic' and together.state = 'planned'
            then score.last_day_before(
                coalesce(together.starts_on, together.window_first),
                calendar.regional_working_days
            )
    end as regional_due_on,

    -- booleans
    calendar.ruleset_hash is not null and together.unit is not null as is_checked
from together
left join ref.calendar as calendar on calendar.ruleset_hash = together.ruleset_hash;

comment on view score.calendar_item is 'Everything of the calendar with the days it may take.';
comment on column score.calendar_item.contest_no is
    'Physical key of the subject or contest; null: several contests.';
comment on column score.calendar_item.contest is 'Subject or contest; null: several contests.';
comment on column score.calendar_item.item is 'Contest it plans, code of the event, or event.';
comment on column score.calendar_item.kind is 'schedule, event or contests.';
comment on column score.calendar_item.no is 'Number in the schedule.';
comment on column score.calendar_item.programme is 'Programme.';
comment on column score.calendar_item.season is 'The year in which the school year begins.';
comment on column score.calendar_item.level is 'college, oblast, republic or international.';
comment on column score.calendar_item.unit is 'Industry; null: no single one.';
comment on column score.calendar_item.title is 'Title of an event.';
comment on column score.calendar_item.region is 'ISO code of the host; null: not said.';
comment on column score.calendar_item.planned_region is
    'ISO code of the host in the schedule; null: no schedule plans it.';
comment on column score.calendar_item.place is 'Base organisation, or place as written.';
comment on column score.calendar_item.ruleset_hash is 'Hash of the ruleset; null: none.';
comment on column score.calendar_item.window_first is 'First day of the months of the term.';
comment on column score.calendar_item.window_last is 'Last day of the months of the term.';
comment on column score.calendar_item.starts_on is 'First day; null: only months are known.';
comment on column score.calendar_item.ends_on is 'Last day.';
comment on column score.calendar_item.first_day is 'The first day it may take.';
comment on column score.calendar_item.last_day is 'The last day it may take.';
comment on column score.calendar_item.precision is 'day, month; null: nothing is known.';
comment on column score.calendar_item.state is 'planned, stopped or undated.';
comment on column score.calendar_item.repeats is 'weekly, monthly, yearly or regular.';
comment on column score.calendar_item.regional_due_on is
    'The last day of the regional stage, reckoned backwards; null: none is reckoned.';
comment on column score.calendar_item.is_checked is 'The checks of a schedule are for it.';
