-- What makes a row of a targets sheet the same row: indicator, place and year; and which side of
-- the number the text has for an indicator.
-- grain: one row per row of the sheet

create or replace temp view staged_key as
select
    source_row,
    source_column,
    concat('indicators:', year) as contest,
    hash(indicator, region, year) as thing,
    concat_ws(chr(31), indicator, region, year) as key
from staged;

create or replace temp table staged_other_row (source_row integer);

create or replace temp view staged_side as
select
    indicator,
    case
        when bool_or(minimum < maximum) then 'range'
        when bool_or(minimum = maximum) then 'exact'
        when bool_or(maximum is not null) then 'at_most'
        else 'at_least'
    end as side
from ref.indicator_target
group by indicator;
