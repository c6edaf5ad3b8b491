-- regions: what the codes of regions stand for.

select region, name_kk, name_ru, name_en
from ref.region
order by region
