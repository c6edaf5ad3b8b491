-- host_clash: two contests in one region on the same days.
-- kinds: schedule
-- source: rulebook TC-C4; said here, and shown among the clashes: people decide

select
    later.source_row,
    named.source_column,
    raw.starts_on as found,
    min(earlier.source_row)::varchar as first_row,
    any_value(region.name_kk) as region_kk,
    any_value(region.name_ru) as region_ru,
    any_value(region.name_en) as region_en
from staged_plan as later
inner join staged_plan as earlier
    on earlier.region = later.region
    and earlier.source_row < later.source_row
    and earlier.starts_on <= coalesce(later.ends_on, later.starts_on)
    and coalesce(earlier.ends_on, earlier.starts_on) >= later.starts_on
inner join staged_raw as raw on raw.source_row = later.source_row
inner join ref.region as region on region.region = later.region
left join staged_column as named on named.field = 'starts_on'
group by later.source_row, named.source_column, raw.starts_on
order by later.source_row;
