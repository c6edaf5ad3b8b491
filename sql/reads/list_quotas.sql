-- list_quotas: the quotas of the regions at one level of one season.

select programme, season, level, region_name, winners, persons, seats_in, seats_hold, status
from mart.quotas
where
    programme = $programme
    and season = $season
    and level = $level
order by region_name collate kk
