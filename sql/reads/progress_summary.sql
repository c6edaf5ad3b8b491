-- progress_summary: what the pages read of mart.progress_summary.

select
    indicator, period, regions, met, not_met, exceeded, no_data, no_target, target,
    target_maximum, targets, country_value, country_decimals, country_target, country_status,
    reference, organisations
from mart.progress_summary
order by indicator, period
