-- region_not_yet: a value of a region for a year in which there was no such region.
-- kinds: indicators
-- source: rulebook 6.3 [D] (regions of 8 June 2022 start in 2022, no back-cast)

select
    staged.source_row,
    named.source_column,
    raw.region as found,
    staged.period,
    region.valid_from
from staged
inner join staged_raw as raw on raw.source_row = staged.source_row
inner join ref.region as region on region.region = staged.region
left join staged_column as named on named.field = 'region'
where region.valid_from > make_date(try_cast(staged.period as integer), 12, 31)
order by staged.source_row;
