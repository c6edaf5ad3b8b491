-- score.indicator_area: every value, the regions that reported none, and the country.
-- grain: one row per contest_no, indicator, region, organisation
-- source: rulebook EX-12 (a region without data stays listed), EX-14 (the country is the ratio of
-- sums), 6.3 (regions of 8 June 2022 start in 2022); a reported figure of the country goes before
-- the sum

create or replace view score.indicator_area as
with
reported_value as materialized (
    select
        contest_no,
        indicator,
        region,
        organisation,
        period,
        numerator,
        denominator,
        as_of,
        source
    from score.indicator_value
),

asked as (
    select distinct
        value.contest_no,
        value.indicator,
        value.period
    from reported_value as value
    inner join ref.indicator as indicator on indicator.indicator = value.indicator
    where indicator.is_regional and indicator.list <> 'context'
),

silent as (
    select
        asked.contest_no,
        asked.indicator,
        asked.period,
        region.region
    from asked
    inner join ref.region as region
        on coalesce(region.valid_from <= make_date(asked.period, 12, 31), true)
        and coalesce(region.valid_to >= make_date(asked.period, 1, 1), true)
    anti join reported_value as value
        on value.contest_no = asked.contest_no
        and value.indicator = asked.indicator
        and value.region = region.region
        and value.organisation is null
),

counted as (
    select
        value.contest_no,
        value.indicator,
        value.period,
        sum(value.numerator)::bigint as numerator,
        sum(value.denominator)::bigint as denominator,
        max(value.as_of) as as_of,
        count(*)::integer as regions
    from reported_value as value
    inner join ref.indicator as indicator on indicator.indicator = value.indicator
    anti join reported_value as reported
        on reported.contest_no = value.contest_no
        and reported.indicator = value.indicator
        and reported.region = 'KZ'
        and reported.organisation is null
    where
        indicator.has_sum
        and value.organisation is null
        and value.numerator is not null
        and (indicator.measure = 'count' or value.denominator > 0)
    group by value.contest_no, value.indicator, value.period
)

select
    contest_no,
    indicator,
    region,
    organisation,
    period,
    numerator,
    denominator,
    as_of,
    source,
    null::integer as regions,
    'reported' as origin
from reported_value

union all

select
    contest_no,
    indicator,
    region,
    null::varchar as organisation,
    period,
    null::bigint as numerator,
    null::bigint as denominator,
    null::date as as_of,
    null::varchar as source,
    null::integer as regions,
    'silent' as origin
from silent

union all

select
    contest_no,
    indicator,
    'KZ' as region,
    null::varchar as organisation,
    period,
    numerator,
    denominator,
    as_of,
    null::varchar as source,
    regions,
    'sum' as origin
from counted;

comment on view score.indicator_area is 'Every value, the silent regions, and the country.';
comment on column score.indicator_area.contest_no is 'Physical key of the subject.';
comment on column score.indicator_area.indicator is 'Id in the rulebook.';
comment on column score.indicator_area.region is 'ISO code; KZ: the country.';
comment on column score.indicator_area.organisation is 'Whose value; null: the region.';
comment on column score.indicator_area.period is 'Year.';
comment on column score.indicator_area.numerator is 'Units; null: not reported.';
comment on column score.indicator_area.denominator is 'Units; null: a count, or not known.';
comment on column score.indicator_area.as_of is 'The day the value holds for.';
comment on column score.indicator_area.source is 'Where the value comes from.';
comment on column score.indicator_area.regions is 'Regions that make the sum; null: no sum.';
comment on column score.indicator_area.origin is 'reported, sum (of regions) or silent.';
