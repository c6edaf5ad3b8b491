-- mart.schedule_overlaps: planned contests of one schedule that may be held at the same time.
-- grain: one row per schedule, first, second
-- source: rulebook EX-25, TC-C4, TC-S01 to TC-S13 (the load of a school year)

create or replace view mart.schedule_overlaps as
select
    one.contest_no,
    one.contest,
    one.programme,
    one.season,
    one.item as first,
    other.item as second,
    one.no as first_no,
    other.no as second_no,
    greatest(one.first_day, other.first_day) as starts_on,
    least(one.last_day, other.last_day) as ends_on,
    one.region = other.region as is_same_host,
    one.precision = 'day' and other.precision = 'day' as is_certain
from score.calendar_item as one
inner join score.calendar_item as other
    on other.programme = one.programme
    and other.season = one.season
    and other.level = one.level
    and other.first_day <= one.last_day
    and other.last_day >= one.first_day
    and (coalesce(other.no, 0), other.item) > (coalesce(one.no, 0), one.item)
where
    one.is_checked
    and other.is_checked;

comment on view mart.schedule_overlaps is 'Planned contests that may be held at the same time.';
comment on column mart.schedule_overlaps.contest_no is 'Physical key of the subject or contest.';
comment on column mart.schedule_overlaps.contest is 'Subject or contest of the first.';
comment on column mart.schedule_overlaps.programme is 'Programme.';
comment on column mart.schedule_overlaps.season is 'The year in which the school year begins.';
comment on column mart.schedule_overlaps.first is 'The contest that stands first in the schedule.';
comment on column mart.schedule_overlaps.second is 'The other contest.';
comment on column mart.schedule_overlaps.first_no is 'Number of the first.';
comment on column mart.schedule_overlaps.second_no is 'Number of the second.';
comment on column mart.schedule_overlaps.starts_on is 'First day in both, or of both windows.';
comment on column mart.schedule_overlaps.ends_on is 'Last day in both, or of both windows.';
comment on column mart.schedule_overlaps.is_same_host is 'Both have the same host.';
comment on column mart.schedule_overlaps.is_certain is 'Days of both are known, not only months.';
