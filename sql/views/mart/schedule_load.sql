-- mart.schedule_load: how many planned contests each month of a school year may hold.
-- grain: one row per programme, season, level, month
-- source: rulebook TC-S01 to TC-S13 (load), TC-C12

create or replace view mart.schedule_load as
select
    item.programme,
    item.season,
    item.level,
    strftime(month.month_first, '%Y-%m') as month,
    count(*)::integer as contests,
    count(*) filter (item.precision = 'day')::integer as dated,
    list(item.item order by item.no, item.item) as items,
    score.working_days(month.month_first, last_day(month.month_first)) as working_days
from score.calendar_item as item
inner join (
    select day as month_first
    from ref.day
    where day(day) = 1
) as month
    on month.month_first <= item.last_day
    and last_day(month.month_first) >= item.first_day
where item.is_checked
group by item.programme, item.season, item.level, month.month_first;

comment on view mart.schedule_load is 'How many planned contests each month may hold.';
comment on column mart.schedule_load.programme is 'Programme.';
comment on column mart.schedule_load.season is 'The year in which the school year begins.';
comment on column mart.schedule_load.level is 'college, oblast, republic or international.';
comment on column mart.schedule_load.month is 'YYYY-MM.';
comment on column mart.schedule_load.contests is 'Contests whose days or months touch it.';
comment on column mart.schedule_load.dated is 'Those among them whose days are known.';
comment on column mart.schedule_load.items is 'The contests, in the order of the schedule.';
comment on column mart.schedule_load.working_days is 'Working days of the month.';
