-- What makes a row of a organisations sheet the same row: name and region.
-- grain: one row per row of the sheet

create or replace temp view staged_key as
select
    source_row,
    source_column,
    null::varchar as contest,
    hash(lower(name), region) as thing,
    concat_ws(chr(31), lower(name), region) as key
from staged;

create or replace temp table staged_other_row (source_row integer);
