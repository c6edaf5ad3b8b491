-- indicator_dates: what the pages read of mart.indicator_dates.

select
    region, organisation, persons, since, as_of, due_on, status, days_over
from mart.indicator_dates
where indicator = $indicator and period = $period
order by days_over desc, due_on, region, organisation collate kk
