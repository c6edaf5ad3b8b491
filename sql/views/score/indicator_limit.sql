-- score.indicator_limit: the target of each value: what holds for its year and scope.
-- grain: one row per contest_no, indicator, region, organisation
-- source: rulebook 6.1, 6.3 (a target holds for a calendar year, none between years, none after the
-- last; "by 2025" is asked for in the years before it too); a target that somebody has set goes
-- before the text's: that of the place before that of every region, the newest before the others;
-- OQ-25 (multiples of the MCI of the year). The nearest year is joined, not numbered by a window:
-- DuckDB 1.5.5 crashes on the window here when the view is read alone

create or replace view score.indicator_limit as
with
area as materialized (
    select
        contest_no,
        indicator,
        region,
        organisation,
        period
    from score.indicator_area
),

given as materialized (
    select
        contest_no,
        indicator,
        region,
        max_by(struct_pack(low := minimum, high := maximum, why := source), batch_no) as target
    from fact.indicator_target
    group by contest_no, indicator, region
),

chosen as materialized (
    select
        area.contest_no,
        area.indicator,
        area.region,
        area.period as year,
        max_by(given.target, (given.region is not null)::integer) as target
    from area
    inner join given
        on given.contest_no = area.contest_no
        and given.indicator = area.indicator
        and if(given.region is null, area.region <> 'KZ', given.region = area.region)
    where area.organisation is null
    group by area.contest_no, area.indicator, area.region, area.period
),

fitting as materialized (
    select
        area.contest_no,
        area.indicator,
        area.region,
        area.organisation,
        target.year,
        target.minimum,
        target.maximum,
        target.exception_minimum,
        target.reference,
        target.rule,
        target.grade,
        case when target.parameter is null then 1 else parameter.numerator end as factor
    from area
    inner join ref.indicator_target as target
        on target.indicator = area.indicator
        and target.scope = case
            when area.organisation is not null then 'organisation'
            when area.region = 'KZ' then 'country'
            else 'region'
        end
        and case
            when target.is_deadline then area.period <= target.year
            else coalesce(target.year = area.period, true)
        end
    left join score.indicator_value as parameter
        on parameter.contest_no = area.contest_no
        and parameter.indicator = target.parameter
        and parameter.region = 'KZ'
        and parameter.organisation is null
    anti join chosen
        on chosen.contest_no = area.contest_no
        and chosen.indicator = area.indicator
        and chosen.region = area.region
        and area.organisation is null
),

nearest as (
    select
        contest_no,
        indicator,
        region,
        organisation,
        min(year) as year
    from fitting
    group by contest_no, indicator, region, organisation
)

select
    fitting.contest_no,
    fitting.indicator,
    fitting.region,
    fitting.organisation,
    fitting.year,
    fitting.minimum * fitting.factor as minimum,
    fitting.maximum * fitting.factor as maximum,
    fitting.exception_minimum * fitting.factor as exception_minimum,
    fitting.reference * fitting.factor as reference,
    fitting.rule,
    fitting.grade
from fitting
inner join nearest
    on nearest.contest_no = fitting.contest_no
    and nearest.indicator = fitting.indicator
    and nearest.region = fitting.region
    and nearest.organisation is not distinct from fitting.organisation
    and nearest.year is not distinct from fitting.year

union all

select
    contest_no,
    indicator,
    region,
    null::varchar as organisation,
    year,
    target.low as minimum,
    target.high as maximum,
    null::bigint as exception_minimum,
    null::bigint as reference,
    target.why as rule,
    'A' as grade
from chosen;

comment on view score.indicator_limit is 'The target of each value.';
comment on column score.indicator_limit.contest_no is 'Physical key of the subject.';
comment on column score.indicator_limit.indicator is 'Id in the rulebook.';
comment on column score.indicator_limit.region is 'ISO code; KZ: the country.';
comment on column score.indicator_limit.organisation is 'Whose value; null: the region.';
comment on column score.indicator_limit.year is 'The year of the target; null: every year.';
comment on column score.indicator_limit.minimum is 'Least that meets it, in units of the value.';
comment on column score.indicator_limit.maximum is 'Most that meets it.';
comment on column score.indicator_limit.exception_minimum is 'From here on a person may allow it.';
comment on column score.indicator_limit.reference is 'A stated figure that gives no status.';
comment on column score.indicator_limit.rule is 'Source of the target.';
comment on column score.indicator_limit.grade is
    'S: the source says it, D: our default, A: somebody has set it.';
