-- score.calendar_period: what a schedule is to keep clear of in a school year: the periods of the
-- ruleset, and in their place the facts of the same programme and level where there are any.
-- grain: one row per ruleset_hash, season, ord, item
-- source: rulebook TC-C6, TC-C7, TC-C8, TC-C13, WS-E1, SL-03, SL-04, IND-19, IND-32

create or replace view score.calendar_period as
with
planning as (
    select distinct
        ruleset_hash,
        season
    from score.calendar_item
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
    from planning
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
        item.precision = 'day' as is_certain
    from asked
    inner join score.calendar_item as item
        on item.programme = asked.programme
        and item.level = asked.level
        and item.season = asked.season
    where
        item.state = 'planned'
        and item.first_day is not null
)

select
    ruleset_hash,
    season,
    ord,
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
    asked.ord,
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
where score.school_year(asked.starts_on) = asked.season;

comment on view score.calendar_period is 'What a schedule is to keep clear of in a school year.';
comment on column score.calendar_period.ruleset_hash is 'Hash of the ruleset of the schedule.';
comment on column score.calendar_period.season is 'The year in which the school year begins.';
comment on column score.calendar_period.ord is 'Order in the ruleset.';
comment on column score.calendar_period.period is 'What it is called among the clashes.';
comment on column score.calendar_period.rule is 'Rule id of the check.';
comment on column score.calendar_period.severity is 'error, warning or info.';
comment on column score.calendar_period.item is
    'Item of the calendar; null: the ruleset says the period.';
comment on column score.calendar_period.name is 'Name in the reader''s language.';
comment on column score.calendar_period.region is 'ISO code of the city; null: everywhere.';
comment on column score.calendar_period.starts_on is 'First day.';
comment on column score.calendar_period.ends_on is 'Last day.';
comment on column score.calendar_period.is_certain is 'Days are known, not only months.';
