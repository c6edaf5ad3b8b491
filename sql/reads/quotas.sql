-- quotas: what the pages read of mart.quotas, all regions of one event.

select
    programme, season, level, region, region_name, winners, persons, persons_wsk,
    persons_abilympics, persons_deafskills, persons_agroskills, minimum, maximum, status,
    short_by, above_by, seats_in, seats_hold, entries_hold, contests, contests_unsigned,
    is_enforced
from mart.quotas
where
    season = $season
    and programme = $programme
    and level = $level
order by region_name collate kk, region
