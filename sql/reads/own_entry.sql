-- own_entry: what a participant's own page reads of mart.own_entry: one row, or none.

select
    contest_no, contest, entry, name, region_name, organisation, members, programme, season, level,
    region, stream, unit, unit_name, starts_on, ends_on, state, published_at, appeal_days,
    closes_on, days_left
from mart.own_entry
