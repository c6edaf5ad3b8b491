-- results: every final result of a season.

select
    contest, entry, name, region, organisation, place, is_tied, total, scale, award
from mart.results
where season = $season
order by contest, place nulls last, entry
