-- shared_places: who shares a place with whom.

select
    contest,
    place,
    string_agg(coalesce(name, entry), ', ' order by entry) as participants
from results
where is_tied
group by contest, place
order by contest, place
