-- score.indicator_standing: value, status, gap and what is needed, in whole numbers.
-- grain: one row per contest_no, indicator, region, organisation
-- source: rulebook 6 (100 * num >= t * den; needed = (t * den + 99) // 100), EX-09 to EX-21. A
-- share counts in percent (scale 100), all else in its unit (scale 1); a count is divided by 1.
-- Without a denominator a share has no value (EX-12)

create or replace view score.indicator_standing as
with
scaled as (
    select
        area.contest_no,
        area.indicator,
        area.region,
        area.organisation,
        area.period,
        area.numerator,
        area.denominator,
        area.as_of,
        area.source,
        area.regions,
        area.origin,
        if(indicator.measure = 'share', 100, 1) as scale,
        indicator.measure = 'count' as is_count,
        case
            when area.numerator is null then null
            when indicator.measure = 'count' then 1
            when area.denominator > 0 then area.denominator
        end as divisor,
        target.year as target_year,
        target.minimum,
        target.maximum,
        target.exception_minimum,
        target.reference,
        target.rule,
        target.grade
    from score.indicator_area as area
    inner join ref.indicator as indicator on indicator.indicator = area.indicator
    left join score.indicator_limit as target
        on target.contest_no = area.contest_no
        and target.indicator = area.indicator
        and target.region = area.region
        and target.organisation is not distinct from area.organisation
),

judged as (
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
        regions,
        origin,
        scale,
        divisor,
        is_count,
        target_year,
        minimum,
        maximum,
        reference,
        rule,
        grade,
        score.round_thousandths(scale, numerator, divisor) as thousandths,
        case
            when divisor is null then 'no_data'
            when minimum is null and maximum is null then 'no_target'
            when scale * numerator < minimum * divisor then 'not_met'
            when scale * numerator > maximum * divisor then 'exceeded'
            else 'met'
        end as status,
        coalesce(
            scale * numerator >= exception_minimum * divisor
            and scale * numerator < minimum * divisor,
            false
        ) as is_exception_possible,
        (coalesce(minimum, reference) * divisor + scale - 1) // scale as needed,
        (maximum * divisor) // scale as allowed
    from scaled
)

select
    contest_no,
    indicator,
    region,
    organisation,
    period,
    numerator,
    denominator,
    target_year,
    minimum,
    maximum,
    reference,
    status,
    is_exception_possible,
    thousandths::bigint as thousandths,
    case
        when status = 'exceeded' then thousandths - 1000 * maximum
        when minimum = maximum or maximum is null then thousandths - 1000 * minimum
        when minimum is null then thousandths - 1000 * maximum
        when status = 'not_met' then thousandths - 1000 * minimum
        when status = 'met' then 0
    end::bigint as gap_thousandths,
    case
        when is_count then 0
        when not score.round_hides(scale, numerator, divisor, minimum, maximum, 10) then 1
        when not score.round_hides(scale, numerator, divisor, minimum, maximum, 100) then 2
        else 3
    end as shown_decimals,
    coalesce(needed, allowed)::bigint as needed,
    case when needed is not null then greatest(needed - numerator, 0) end::bigint as still_needed,
    case when allowed is not null then greatest(numerator - allowed, 0) end::bigint as excess,
    case
        when is_count and minimum > 0 and (maximum is null or minimum = maximum)
            then score.round_thousandths(100, numerator, minimum)
    end::bigint as reached_thousandths,
    regions,
    origin,
    as_of,
    source,
    rule,
    grade
from judged;

comment on view score.indicator_standing is 'Value, status, gap and what is needed.';
comment on column score.indicator_standing.contest_no is 'Physical key of the subject.';
comment on column score.indicator_standing.indicator is 'Id in the rulebook.';
comment on column score.indicator_standing.region is 'ISO code; KZ: the country.';
comment on column score.indicator_standing.organisation is 'Whose value; null: the region.';
comment on column score.indicator_standing.period is 'Year.';
comment on column score.indicator_standing.numerator is 'Units; null: not reported.';
comment on column score.indicator_standing.denominator is 'Units; null: a count, or not known.';
comment on column score.indicator_standing.target_year is 'Year of the target; null: every year.';
comment on column score.indicator_standing.minimum is 'Least that meets the target.';
comment on column score.indicator_standing.maximum is 'Most that meets the target.';
comment on column score.indicator_standing.reference is 'A stated figure that gives no status.';
comment on column score.indicator_standing.status is
    'met, not_met, exceeded, no_data or no_target.';
comment on column score.indicator_standing.is_exception_possible is
    'Below the target, but a person may allow it.';
comment on column score.indicator_standing.thousandths is 'Value in thousandths; null: no data.';
comment on column score.indicator_standing.gap_thousandths is 'Value less target, in thousandths.';
comment on column score.indicator_standing.shown_decimals is
    'Digits that do not hide the status: 1, 2 or 3; 0 for counts.';
comment on column score.indicator_standing.needed is
    'Numerator that meets the target; of a mere maximum, the greatest allowed.';
comment on column score.indicator_standing.still_needed is 'What is missing from needed.';
comment on column score.indicator_standing.excess is 'What is above the greatest allowed.';
comment on column score.indicator_standing.reached_thousandths is
    'Count in thousandths of a percent of its target; null: no count, or a range.';
comment on column score.indicator_standing.regions is 'Regions that make the sum; null: no sum.';
comment on column score.indicator_standing.origin is 'reported, sum (of regions) or silent.';
comment on column score.indicator_standing.as_of is 'The day the value holds for.';
comment on column score.indicator_standing.source is 'Where the value comes from.';
comment on column score.indicator_standing.rule is 'Source of the target.';
comment on column score.indicator_standing.grade is
    'S: the source says it, D: our default, A: somebody has set it.';
