-- What makes a row of a experts sheet the same row: contest, person and role.
-- grain: one row per row of the sheet

create or replace temp view staged_key as
select
    source_row,
    source_column,
    contest as contest,
    hash(contest, lower(name), coalesce(role, 'judge')) as thing,
    concat_ws(chr(31), contest, lower(name), coalesce(role, 'judge')) as key
from staged
where name is not null;

create or replace temp table staged_other_row (source_row integer);
