-- progress: what the pages read of mart.progress: regions and the country.

select
    indicator, region, region_name, period, numerator, denominator, value, shown_decimals,
    target, target_maximum, target_year, reference, status, gap, needed, still_needed, excess,
    reached, value_before, change, note, origin, as_of, source, target_rule, target_grade
from mart.progress
where organisation is null
order by indicator, period, region
