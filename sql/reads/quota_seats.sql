-- quota_seats: what the pages read of mart.quota_seats, one region at one level.

select
    contest, entry, name, organisation, region, region_name, unit, unit_name, stream, persons,
    place, total, mark, cumulated, distance, reserve_no, status, reason, rule_id, rule,
    is_winner, is_signed
from mart.quota_seats
where
    programme = $programme
    and season = $season
    and level = $level
    and region = $region
order by place, mark desc nulls last, contest, entry
