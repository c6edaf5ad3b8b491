-- regions: the short names of regions in the reader's language, as boards have them.

select
    region,
    case getvariable('lang')::varchar
        when 'ru' then short_ru
        when 'en' then short_en
        else short_kk
    end as name
from ref.region
