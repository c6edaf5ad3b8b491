-- honours: what the pages read of mart.honours.

select
    event, kind, programme, season, level, region, region_name, contest, unit, entry, name,
    scale
from mart.honours
order by event, kind, region nulls first, entry
