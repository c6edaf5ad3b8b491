-- progress_organisations: what the pages read of mart.progress: single organisations.

select
    organisation, region, region_name, numerator, denominator, value, shown_decimals, target,
    target_maximum, status, gap, still_needed, excess, change, as_of
from mart.progress
where indicator = $indicator and period = $period and organisation is not null
order by status = 'not_met' desc, gap nulls last, organisation collate kk
