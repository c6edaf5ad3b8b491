-- list_indicators: the indicators of one region in one year.

select
    indicator, indicator_name, region_name, period, value, target, shown_decimals, status, source
from mart.progress
where
    organisation is null
    and region = $region
    and period = $period
order by indicator, target_year nulls first
