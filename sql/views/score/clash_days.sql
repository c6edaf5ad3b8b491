-- score.clash_days: planned contests against one another, against what else happens, and against
-- days off. What else happens is said by the periods of the ruleset, and in their place by the facts
-- of the same programme and level where there are any.
-- grain: one row per rule, contest_no, item, second, starts_on
-- source: rulebook TC-C4, TC-C6 to TC-C9, TC-C13, WS-E1, SL-03, SL-04, IND-19, IND-32; where only
-- months are known a clash is possible, not certain, and no more than a note, unless the months lie
-- wholly inside

create or replace view score.clash_days as
with
item as (
    select
        contest_no,
        contest,
        item,
        programme,
        season,
        level,
        title,
        region,
        ruleset_hash,
        first_day,
        last_day,
        state,
        is_checked,
        precision = 'day' as is_certain
    from score.calendar_item
    where first_day is not null
),

checked as (
    select
        contest_no,
        contest,
        item,
        season,
        region,
        ruleset_hash,
        first_day,
        last_day,
        is_certain
    from item
    where is_checked
),

asked as (
    select
        planning.season,
        period.ruleset_hash,
        period.ord,
        period.period,
        period.rule,
        period.severity,
        period.programme,
        period.level,
        period.region,
        coalesce(
            period.starts_on, score.month_first(planning.season, period.first_month, null)
        ) as starts_on,
        coalesce(
            period.ends_on, last_day(score.month_first(planning.season, period.last_month, null))
        ) as ends_on,
        case getvariable('lang')::varchar
            when 'ru' then period.label_ru
            when 'en' then period.label_en
            else period.label_kk
        end as name
    from (select distinct ruleset_hash, season from checked) as planning
    inner join ref.period as period on period.ruleset_hash = planning.ruleset_hash
),

found as (
    select
        asked.ruleset_hash,
        asked.season,
        asked.ord,
        asked.period,
        asked.rule,
        asked.severity,
        item.item,
        coalesce(item.title, asked.name) as name,
        item.region,
        item.first_day as starts_on,
        item.last_day as ends_on,
        item.is_certain
    from asked
    inner join item
        on item.programme = asked.programme
        and item.level = asked.level
        and item.season = asked.season
    where item.state = 'planned'
),

kept_clear as (
    select
        ruleset_hash,
        season,
        period,
        rule,
        severity,
        item,
        name,
        region,
        starts_on,
        ends_on,
        is_certain
    from found

    union all

    select
        asked.ruleset_hash,
        asked.season,
        asked.period,
        asked.rule,
        asked.severity,
        null::varchar as item,
        asked.name,
        asked.region,
        asked.starts_on,
        asked.ends_on,
        true as is_certain
    from asked
    anti join found
        on found.ruleset_hash = asked.ruleset_hash
        and found.season = asked.season
        and found.ord = asked.ord
    where score.school_year(asked.starts_on) = asked.season
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
        one.first_day,
        one.last_day,
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
        one.first_day,
        one.last_day,
        greatest(one.first_day, period.starts_on) as starts_on,
        least(one.last_day, period.ends_on) as ends_on,
        period.is_certain and (
            one.is_certain
            or (period.starts_on <= one.first_day and period.ends_on >= one.last_day)
        ) as is_certain
    from checked as one
    inner join kept_clear as period
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
        one.first_day,
        one.last_day,
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
    group by
        one.contest_no, one.contest, one.item, one.region, one.first_day, one.last_day,
        one.is_certain
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
    first_day,
    last_day,
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
    first_day,
    last_day,
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
comment on column score.clash_days.first_day is 'The first day the contest may take.';
comment on column score.clash_days.last_day is 'The last day the contest may take.';
comment on column score.clash_days.starts_on is 'First day of the clash.';
comment on column score.clash_days.ends_on is 'Last day of the clash.';
comment on column score.clash_days.days is 'Calendar days of the clash; days off: those alone.';
comment on column score.clash_days.note is 'The days off.';
comment on column score.clash_days.is_certain is 'Days are known, not only months.';
