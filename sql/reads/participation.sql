-- participation: what the pages read of mart.participation.

select season, programme, unit, unit_name, region, region_name, entries, persons, is_host
from mart.participation
order by season, unit_name collate kk, region
