-- notices: what the outbox reads of mart.notices.

select
    kind, contest, programme, season, level, region, unit, unit_name, entry, audience, key, number,
    before, after
from mart.notices
order by key
