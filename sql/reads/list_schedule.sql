-- list_schedule: the schedule of a programme in a season.

select programme, season, no, unit_name, region_name, starts_on, ends_on, first_month, last_month
from mart.schedule
where
    programme = $programme
    and season = $season
order by no nulls last, first_month nulls last, starts_on, item
