-- mart.schedule: the calendar of a school year: planned contests of 13 industries, championships,
-- the state-language contest and forum, other events.
-- grain: one row per contest, item
-- source: rulebook TC-S01 to TC-S13, TC-C2, TC-C3, TC-C9, OQ-10, TC-05, SL-03 to SL-05, WS-E1 to
-- WS-E4, EV-01 to EV-17; CONTRACTS "Views" (schedule)

create or replace view mart.schedule as
select
    -- ids
    item.contest_no,
    item.contest,
    item.item,
    item.kind,
    item.no,
    item.programme,
    item.season,
    item.level,
    item.unit,
    item.region,
    item.place,

    -- names
    coalesce(
        item.title,
        case getvariable('lang')::varchar
            when 'ru' then unit.name_ru
            when 'en' then unit.name_en
            else unit.name_kk
        end,
        item.unit,
        item.item
    ) as unit_name,
    case getvariable('lang')::varchar
        when 'ru' then region.name_ru
        when 'en' then region.name_en
        else region.name_kk
    end as region_name,

    -- days
    item.starts_on,
    item.ends_on,
    strftime(coalesce(item.window_first, item.starts_on), '%Y-%m') as first_month,
    strftime(coalesce(item.window_last, item.ends_on), '%Y-%m') as last_month,
    item.precision,
    case
        when item.first_day is not null then score.working_days(item.first_day, item.last_day)
    end as working_days,
    item.regional_due_on,
    item.repeats,

    -- state
    case
        when item.state = 'stopped' then 'stopped'
        when item.first_day is null then 'undated'
        when item.precision = 'month' then 'month_only'
        when item.starts_on < item.window_first or item.ends_on > item.window_last
            then 'out_of_window'
        else 'dated'
    end as status
from score.calendar_item as item
left join ref.region as region on region.region = item.region
left join ref.unit as unit
    on unit.programme = item.programme
    and unit.unit = item.unit
    and unit.edition is null;

comment on view mart.schedule is 'The calendar of a school year.';
comment on column mart.schedule.contest_no is
    'Physical key of the subject or contest; null: several contests.';
comment on column mart.schedule.contest is
    'schedule:<programme>-<season>, or the contest; null: several contests.';
comment on column mart.schedule.item is 'Contest it plans, code of the event, or event.';
comment on column mart.schedule.kind is
    'schedule (planned), event (announced), contests (entered with days).';
comment on column mart.schedule.no is 'Number in the schedule.';
comment on column mart.schedule.programme is 'Programme.';
comment on column mart.schedule.season is 'The year in which the school year begins.';
comment on column mart.schedule.level is 'college, oblast, republic or international.';
comment on column mart.schedule.unit is 'Industry; null: no single one.';
comment on column mart.schedule.region is 'ISO code of the host; null: not said.';
comment on column mart.schedule.place is 'Base organisation, or place as written.';
comment on column mart.schedule.unit_name is
    'Industry in the reader''s language, or title of the event.';
comment on column mart.schedule.region_name is 'Name of the host in the reader''s language.';
comment on column mart.schedule.starts_on is 'First day; null: only months are known.';
comment on column mart.schedule.ends_on is 'Last day.';
comment on column mart.schedule.first_month is 'First month of the window, YYYY-MM.';
comment on column mart.schedule.last_month is 'Last month of the window, YYYY-MM.';
comment on column mart.schedule.precision is 'day, month; null: nothing is known.';
comment on column mart.schedule.working_days is 'Working days it has, or its months have.';
comment on column mart.schedule.regional_due_on is
    'The last day of the regional stage, reckoned backwards; null: none is reckoned.';
comment on column mart.schedule.repeats is 'weekly, monthly, yearly or regular.';
comment on column mart.schedule.status is
    'dated, month_only, out_of_window, undated or stopped.';
