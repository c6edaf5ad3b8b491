-- What makes a row of a entries sheet the same row: contest, entry and member.
-- grain: one row per row of the sheet that names its entry

create or replace temp view staged_key as
select
    source_row,
    source_column,
    contest as contest,
    hash(contest, entry, lower(coalesce(name, person, ''))) as thing,
    concat_ws(chr(31), contest, entry, lower(coalesce(name, person, ''))) as key
from staged
where entry is not null;

create or replace temp table staged_other_row (source_row integer);

create or replace temp view staged_region as
select source_column
from staged_column
where field = 'region';
