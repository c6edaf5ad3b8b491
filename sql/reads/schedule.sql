-- schedule: what the pages read of mart.schedule.

select
    contest_no, contest, item, kind, no, programme, season, level, unit, unit_name, region,
    region_name, place, starts_on, ends_on, first_month, last_month, precision, working_days,
    regional_due_on, status
from mart.schedule
order by season, programme, no nulls last, first_month nulls last, starts_on, item
