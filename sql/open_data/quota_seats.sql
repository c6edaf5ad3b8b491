-- quota_seats: who goes on to the next level.

select contest, entry, name, region, place, total, status, rule_id, reserve_no
from mart.quota_seats
where season = $season
order by contest, place nulls last, entry
