-- score.clash_table: what is wrong with a schedule as a table: its rows, its windows, the days
-- outside them, hosts other than planned, and weeks with too many contests.
-- grain: one row per rule, reason, contest_no, item, second, starts_on
-- source: rulebook TC-C1, TC-C2, TC-C3, TC-C12, TC-D2 (the base holds it by the schedule)

create or replace view score.clash_table as
with
listed as (
    select
        item.contest_no,
        item.contest,
        item.item,
        item.kind,
        item.no,
        item.season,
        item.level,
        item.unit,
        item.region,
        item.planned_region,
        item.window_first,
        item.window_last,
        item.starts_on,
        item.ends_on,
        item.first_day,
        item.last_day,
        make_date(item.season, 9, 1) as year_first,
        make_date(item.season + 1, 8, 31) as year_last,
        concat('schedule:', item.programme, '-', item.season) as schedule,
        calendar.contests,
        calendar.contests_a_week
    from score.calendar_item as item
    inner join ref.calendar as calendar on calendar.ruleset_hash = item.ruleset_hash
    where item.is_checked
),

counted as (
    select
        contest_no,
        contest,
        contest as item,
        'rows_wrong' as reason,
        null::varchar as region,
        null::date as starts_on,
        null::date as ends_on,
        concat_ws(' / ', count(*), any_value(contests)) as note
    from listed
    where
        kind = 'schedule'
        and level = 'republic'
    group by contest_no, contest
    having count(*) <> any_value(contests)

    union all

    select
        contest_no,
        contest,
        min(item) as item,
        'number_repeated' as reason,
        min(region) as region,
        null::date as starts_on,
        null::date as ends_on,
        string_agg(item, ', ' order by item) as note
    from listed
    where
        kind = 'schedule'
        and level = 'republic'
        and no is not null
    group by contest_no, contest, no
    having count(*) > 1

    union all

    select
        contest_no,
        contest,
        item,
        'industry_repeated' as reason,
        min(region) as region,
        null::date as starts_on,
        null::date as ends_on,
        min(unit) as note
    from listed
    where kind = 'schedule'
    group by contest_no, contest, item
    having count(*) > 1
),

placed as (
    select
        contest_no,
        contest,
        item,
        case
            when first_day > last_day or window_first > window_last then 'window_backwards'
            when coalesce(window_first, starts_on) < year_first then 'outside_school_year'
            when coalesce(window_last, ends_on) > year_last then 'outside_school_year'
        end as reason,
        region,
        first_day as starts_on,
        last_day as ends_on
    from listed
),

week as (
    select
        schedule,
        date_trunc('week', touched.day)::date as starts_on,
        any_value(contests_a_week) as contests_a_week,
        min(contest_no) as contest_no,
        min(contest) as contest,
        min(item) as item,
        count(distinct item) as contests,
        string_agg(distinct item, ', ' order by item) as note
    from (
        select
            schedule,
            contests_a_week,
            contest_no,
            contest,
            item,
            unnest(generate_series(starts_on, ends_on, interval 1 day)) as day
        from listed
        where
            starts_on is not null
            and ends_on - starts_on between 0 and 366
    ) as touched
    group by schedule, date_trunc('week', touched.day)
    having count(distinct item) > any_value(contests_a_week)
)

select
    contest_no,
    contest,
    'TC-C1' as rule,
    reason,
    'error' as severity,
    item,
    region,
    starts_on,
    ends_on,
    note
from counted

union all

select
    contest_no,
    contest,
    'TC-C2' as rule,
    reason,
    'error' as severity,
    item,
    region,
    starts_on,
    ends_on,
    null::varchar as note
from placed
where reason is not null

union all

select
    contest_no,
    contest,
    'TC-C3' as rule,
    'out_of_window' as reason,
    'warning' as severity,
    item,
    region,
    starts_on,
    ends_on,
    strftime(window_first, '%Y-%m') || '..' || strftime(window_last, '%Y-%m') as note
from listed
where
    starts_on < window_first
    or ends_on > window_last

union all

select
    contest_no,
    contest,
    'TC-D2' as rule,
    'host_differs' as reason,
    'warning' as severity,
    item,
    region,
    first_day as starts_on,
    last_day as ends_on,
    planned_region as note
from listed
where region <> planned_region

union all

select
    contest_no,
    contest,
    'TC-C12' as rule,
    'load' as reason,
    'info' as severity,
    item,
    null::varchar as region,
    starts_on,
    starts_on + 6 as ends_on,
    note
from week;

comment on view score.clash_table is 'What is wrong with a schedule as a table.';
comment on column score.clash_table.contest_no is 'Physical key of the subject or contest.';
comment on column score.clash_table.contest is 'Subject or contest.';
comment on column score.clash_table.rule is 'Rule id.';
comment on column score.clash_table.reason is 'What it is, in one word.';
comment on column score.clash_table.severity is 'error, warning or info.';
comment on column score.clash_table.item is
    'The contest; the subject, when it is about the whole schedule; the first of a week.';
comment on column score.clash_table.region is 'ISO code of the host; null: several.';
comment on column score.clash_table.starts_on is 'First day, or Monday of the week.';
comment on column score.clash_table.ends_on is 'Last day, or Sunday of the week.';
comment on column score.clash_table.note is 'What is counted or repeated.';
