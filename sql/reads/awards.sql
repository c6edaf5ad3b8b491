-- awards: what the pages read of mart.awards.

select contest, entry, name, region, region_name, place, total, scale, award, decided_by
from mart.awards
where contest_no = $contest_no
order by ord, place nulls last, entry
