-- What makes a row of an indicators sheet the same row: indicator, place, period and day.
-- grain: one row per row of the sheet

create or replace temp view staged_key as
select
    source_row,
    source_column,
    concat('indicators:', period) as contest,
    hash(indicator, region, period, lower(organisation), since) as thing,
    concat_ws(chr(31), indicator, region, period, lower(organisation), since) as key
from staged;

create or replace temp table staged_other_row (source_row integer);
