-- accreditors: what the pages read of mart.accreditors.

select scheme, industry, industry_name, annex_no, annex_industry, organisation, country_name
from mart.accreditors
order by scheme, industry, ord
