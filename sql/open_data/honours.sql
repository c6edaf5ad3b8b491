-- honours: the best of each region and of each event.

select event, kind, contest, entry, name, region, scale
from mart.honours
where season = $season
order by event, kind, region nulls first, contest, entry
