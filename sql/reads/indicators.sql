-- indicators: what the pages read of mart.indicators.

select
    ord, indicator, indicator_name, short_name, list, measure, level, unit, counted,
    is_regional, scope, target_year, is_deadline, direction, minimum, maximum, reference,
    parameter, target_grade, rule, chart
from mart.indicators
order by ord, scope, target_year
