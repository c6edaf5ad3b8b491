-- mart.indicators: what is counted, in which unit, with which target in which year.
-- grain: one row per indicator, scope, target_year
-- source: rulebook 6.1, 6.2, 6.3

create or replace view mart.indicators as
select
    -- ids
    indicator.ord,
    indicator.indicator,
    case getvariable('lang')::varchar
        when 'ru' then indicator.name_ru
        when 'en' then indicator.name_en
        else indicator.name_kk
    end as indicator_name,
    case getvariable('lang')::varchar
        when 'ru' then coalesce(indicator.short_ru, indicator.name_ru)
        when 'en' then coalesce(indicator.short_en, indicator.name_en)
        else coalesce(indicator.short_kk, indicator.name_kk)
    end as short_name,
    indicator.list,
    indicator.measure,
    indicator.level,
    indicator.unit,
    indicator.counted,
    indicator.is_regional,

    -- target
    target.scope,
    target.year as target_year,
    target.is_deadline,
    case
        when target.indicator is null or coalesce(target.minimum, target.maximum) is null
            then 'information'
        when target.maximum is null then 'at_least'
        when target.minimum is null then 'at_most'
        when target.minimum = target.maximum then 'exact'
        else 'range'
    end as direction,
    target.minimum,
    target.maximum,
    target.exception_minimum,
    target.reference,
    target.parameter,
    target.grade as target_grade,

    -- where from
    indicator.rule,
    indicator.chart
from ref.indicator as indicator
left join ref.indicator_target as target on target.indicator = indicator.indicator;

comment on view mart.indicators is 'What is counted, with which target in which year.';
comment on column mart.indicators.ord is 'Order of the rulebook.';
comment on column mart.indicators.indicator is 'Id in the rulebook, or a code of statistics.';
comment on column mart.indicators.indicator_name is 'Name in the language of the reader.';
comment on column mart.indicators.short_name is 'The same for lists and heads of columns.';
comment on column mart.indicators.list is
    'core, second, other, norm, calendar, context or parameter.';
comment on column mart.indicators.measure is 'share, ratio, count or calendar.';
comment on column mart.indicators.level is 'Of what a value is: region, country, organisation.';
comment on column mart.indicators.unit is 'Unit of the value.';
comment on column mart.indicators.counted is
    'What numerator and denominator of a share count; null: unit says it.';
comment on column mart.indicators.is_regional is 'Every region is listed.';
comment on column mart.indicators.scope is 'Whose target: region, country, organisation.';
comment on column mart.indicators.target_year is 'Year of the target; null: every year.';
comment on column mart.indicators.is_deadline is 'To be reached by that year.';
comment on column mart.indicators.direction is
    'at_least, at_most, exact, range, or information: no target.';
comment on column mart.indicators.minimum is 'Least that meets it.';
comment on column mart.indicators.maximum is 'Most that meets it.';
comment on column mart.indicators.exception_minimum is 'From here on a person may allow it.';
comment on column mart.indicators.reference is 'A stated figure that gives no status.';
comment on column mart.indicators.parameter is 'The figures are multiples of this indicator.';
comment on column mart.indicators.target_grade is 'S: the source says it, D: our default.';
comment on column mart.indicators.rule is 'Source of the rule.';
comment on column mart.indicators.chart is 'Good, possible or no for a chart by region.';
