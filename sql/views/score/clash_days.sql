-- score.clash_days: planned contests against one another, against what else happens, and against
-- days off.
-- grain: one row per rule, contest_no, item, second, starts_on
-- source: rulebook TC-C4, TC-C6, TC-C7, TC-C8, TC-C9, TC-C13; where only months are known a
-- clash is possible, not certain, and no more than a note, unless the months lie wholly inside

create or replace view score.clash_days as
with
checked as (
    select
        contest_no,
        contest,
        item,
        programme,
        season,
        level,
        region,
        ruleset_hash,
        first_day,
        last_day,
        precision = 'day' as is_certain
    from score.calendar_item
    where
        is_checked
        and first_day is not null
),

overlap as (
    select
        one.contest_no,
        one.contest,
        'TC-C4' as rule,
        'host_clash' as reason,
        'error' as severity,
        one.item,
        other.item as second,
        null::varchar as second_name,
        one.region,
        greatest(one.first_day, other.first_day) as starts_on,
        least(one.last_day, other.last_day) as ends_on,
        one.is_certain and other.is_certain as is_certain
    from checked as one
    inner join checked as other
        on other.region = one.region
        and other.first_day <= one.last_day
        and other.last_day >= one.first_day
        and (other.first_day, other.item) > (one.first_day, one.item)

    union all

    select
        one.contest_no,
        one.contest,
        period.rule,
        if(period.region = one.region, period.period || '_same_city', period.period) as reason,
        period.severity,
        one.item,
        coalesce(period.item, period.period) as second,
        period.name as second_name,
        one.region,
        greatest(one.first_day, period.starts_on) as starts_on,
        least(one.last_day, period.ends_on) as ends_on,
        period.is_certain and (
            one.is_certain
            or (period.starts_on <= one.first_day and period.ends_on >= one.last_day)
        ) as is_certain
    from checked as one
    inner join score.calendar_period as period
        on period.ruleset_hash = one.ruleset_hash
        and period.season = one.season
        and period.starts_on <= one.last_day
        and period.ends_on >= one.first_day
),

day_off as (
    select
        one.contest_no,
        one.contest,
        one.item,
        one.region,
        one.is_certain,
        min(day.day) as starts_on,
        max(day.day) as ends_on,
        count(*)::integer as days,
        string_agg(day.day::varchar, ', ' order by day.day) as note
    from checked as one
    inner join ref.day as day on day.day between one.first_day and one.last_day
    where
        not day.is_working
        and day.name_kk is not null
        and isodow(day.day) <= 5
    group by one.contest_no, one.contest, one.item, one.region, one.is_certain
)

select
    contest_no,
    contest,
    rule,
    reason,
    if(is_certain, severity, 'info') as severity,
    item,
    second,
    second_name,
    region,
    starts_on,
    ends_on,
    (ends_on - starts_on + 1)::integer as days,
    null::varchar as note,
    is_certain
from overlap

union all

select
    contest_no,
    contest,
    'TC-C9' as rule,
    'holiday' as reason,
    if(is_certain, 'warning', 'info') as severity,
    item,
    null::varchar as second,
    null::varchar as second_name,
    region,
    starts_on,
    ends_on,
    days,
    note,
    is_certain
from day_off;

comment on view score.clash_days is 'Planned contests against one another and against days.';
comment on column score.clash_days.contest_no is 'Physical key of the subject or contest.';
comment on column score.clash_days.contest is 'Subject or contest.';
comment on column score.clash_days.rule is 'Rule id.';
comment on column score.clash_days.reason is 'What it is, in one word.';
comment on column score.clash_days.severity is 'error, warning or info.';
comment on column score.clash_days.item is 'The contest.';
comment on column score.clash_days.second is 'What it clashes with: an item or a period.';
comment on column score.clash_days.second_name is 'Name of the period in the reader''s language.';
comment on column score.clash_days.region is 'ISO code of the host.';
comment on column score.clash_days.starts_on is 'First day of the clash.';
comment on column score.clash_days.ends_on is 'Last day of the clash.';
comment on column score.clash_days.days is 'Calendar days of the clash; days off: those alone.';
comment on column score.clash_days.note is 'The days off.';
comment on column score.clash_days.is_certain is 'Days are known, not only months.';
