-- mart.progress: indicators by region and year: value, target, status, gap, what is needed.
-- grain: one row per contest_no, indicator, region, organisation
-- source: rulebook 6 (IND), EX-09 to EX-21; OQ-04 (the other reading of the same rule is noted)

create or replace view mart.progress as
with
placed as (
    select
        region,
        name_kk,
        name_ru,
        name_en
    from ref.region
    union all
    select
        'KZ' as region,
        'Қазақстан Республикасы' as name_kk,
        'Республика Казахстан' as name_ru,
        'Republic of Kazakhstan' as name_en
),

standing as materialized (
    select
        contest_no,
        indicator,
        region,
        organisation,
        period,
        numerator,
        denominator,
        thousandths,
        shown_decimals,
        minimum,
        maximum,
        target_year,
        reference,
        status,
        gap_thousandths,
        needed,
        still_needed,
        excess,
        reached_thousandths,
        is_exception_possible,
        origin,
        regions,
        as_of,
        source,
        rule,
        grade
    from score.indicator_standing
)

select
    -- ids
    standing.contest_no,
    standing.indicator,
    case getvariable('lang')::varchar
        when 'ru' then indicator.name_ru
        when 'en' then indicator.name_en
        else indicator.name_kk
    end as indicator_name,
    indicator.list,
    indicator.unit,
    standing.region,
    case getvariable('lang')::varchar
        when 'ru' then place.name_ru
        when 'en' then place.name_en
        else place.name_kk
    end as region_name,
    standing.organisation,
    standing.period,

    -- numbers
    standing.numerator,
    standing.denominator,
    (standing.thousandths * 0.001)::decimal(18, 3) as value,
    standing.shown_decimals,
    coalesce(standing.minimum, standing.maximum) as target,
    case when standing.minimum <> standing.maximum then standing.maximum end as target_maximum,
    standing.target_year,
    standing.reference,
    standing.status,
    (standing.gap_thousandths * 0.001)::decimal(18, 3) as gap,
    standing.needed,
    standing.still_needed,
    standing.excess,
    (standing.reached_thousandths * 0.001)::decimal(18, 3) as reached,

    -- year on year
    (before.thousandths * 0.001)::decimal(18, 3) as value_before,
    ((standing.thousandths - before.thousandths) * 0.001)::decimal(18, 3) as change,

    -- where from
    nullif(concat_ws(
        ', ',
        case when standing.is_exception_possible then 'exception_possible' end,
        case when alternative.status in ('not_met', 'exceeded') then 'other_reading' end
    ), '') as note,
    standing.origin,
    standing.regions,
    standing.as_of,
    standing.source,
    standing.rule as target_rule,
    standing.grade as target_grade
from standing
inner join ref.indicator as indicator on indicator.indicator = standing.indicator
left join standing as alternative
    on alternative.contest_no = standing.contest_no
    and alternative.indicator = indicator.other_reading
    and alternative.region = standing.region
    and alternative.organisation is not distinct from standing.organisation
left join standing as before
    on before.indicator = standing.indicator
    and before.region = standing.region
    and before.organisation is not distinct from standing.organisation
    and before.period = standing.period - 1
left join placed as place on place.region = standing.region;

comment on view mart.progress is 'Indicators by region and year.';
comment on column mart.progress.contest_no is 'Physical key of the subject indicators:<year>.';
comment on column mart.progress.indicator is 'Id in the rulebook, or a code of statistics.';
comment on column mart.progress.indicator_name is 'Name in the language of the reader.';
comment on column mart.progress.list is 'core, second, other, norm, context or parameter.';
comment on column mart.progress.unit is 'Unit of value: percent, persons, credits, tenge, ...';
comment on column mart.progress.region is 'ISO code; KZ: the country.';
comment on column mart.progress.region_name is 'Name in the language of the reader.';
comment on column mart.progress.organisation is 'Whose value; null: the region as a whole.';
comment on column mart.progress.period is 'Calendar year, or the year the school year begins.';
comment on column mart.progress.numerator is 'Units; null: not reported.';
comment on column mart.progress.denominator is 'Units; null: a count, or not known.';
comment on column mart.progress.value is 'In unit, to thousandths; null: no data.';
comment on column mart.progress.shown_decimals is
    'Digits to show so that rounding does not hide the status: 1, 2 or 3; 0 for counts.';
comment on column mart.progress.target is 'Least that meets it; of a mere maximum, that one.';
comment on column mart.progress.target_maximum is 'Most that meets it, of a range.';
comment on column mart.progress.target_year is 'Year of the target; null: every year.';
comment on column mart.progress.reference is 'A stated figure that gives no status.';
comment on column mart.progress.status is 'met, not_met, exceeded, no_data or no_target.';
comment on column mart.progress.gap is 'Value less target: percentage points, or units.';
comment on column mart.progress.needed is 'Numerator that meets the target or the reference.';
comment on column mart.progress.still_needed is 'What is missing from needed.';
comment on column mart.progress.excess is 'What is above the greatest allowed.';
comment on column mart.progress.reached is 'Count in percent of its target; null: no such count.';
comment on column mart.progress.value_before is 'Value a year earlier; null: none.';
comment on column mart.progress.change is
    'Value more than a year earlier: percentage points, or units; null: no such pair.';
comment on column mart.progress.note is
    'exception_possible: a person may allow it; other_reading: the other reading is broken.';
comment on column mart.progress.origin is 'reported, sum (of regions) or silent (no report).';
comment on column mart.progress.regions is 'Regions that make the sum; null: no sum.';
comment on column mart.progress.as_of is 'The day the value holds for.';
comment on column mart.progress.source is 'Where the value comes from.';
comment on column mart.progress.target_rule is 'Source of the target.';
comment on column mart.progress.target_grade is
    'S: the source says it, D: our default, A: somebody has set it.';
