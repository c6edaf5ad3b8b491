-- What makes a row of a participants sheet the same row: person, organisation and profession.
-- grain: one row per row of the sheet

create or replace temp view staged_key as
select
    source_row,
    source_column,
    null::varchar as contest,
    hash(lower(full_name), lower(organisation), lower(profession), birth_date) as thing,
    concat_ws(chr(31), lower(full_name), lower(organisation), lower(profession), birth_date) as key
from staged;

create or replace temp table staged_other_row (source_row integer);
