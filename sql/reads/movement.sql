-- movement: what the pages read of mart.movement, all regions of one level.

select
    region, region_name, is_held, contests, contests_held, organisations, starts_on, ends_on,
    streams, streams_missing, experts, experts_known, partners, from_colleges,
    from_universities, from_others, partner_share
from mart.movement
where
    programme = $programme
    and season = $season
    and level = $level
order by region
