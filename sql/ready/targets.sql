-- Targets of indicators, as the appender takes them. Which side of the number meets the target is
-- what the text has of this indicator: at most, exactly, a range, else at least.
-- source: rulebook 6.1, 6.2 (column dir), 6.3 (a target holds for its calendar year)

create or replace temp view ready_contest as
select distinct concat('indicators:', year) as contest
from staged
where year is not null;

create or replace temp view ready_indicator_target as
select
    concat('indicators:', staged.year) as contest,
    staged.source_row,
    staged.source_column,
    staged.indicator,
    staged.region,
    cast(staged.year as integer) as year,
    case
        when side.side = 'at_most' and staged.most is null then null
        else cast(staged.target as bigint)
    end as minimum,
    case
        when staged.most is not null then cast(staged.most as bigint)
        when side.side in ('at_most', 'exact') then cast(staged.target as bigint)
    end as maximum,
    staged.source,
    cast(staged.former as integer) as former_batch_no
from staged
left join staged_side as side on side.indicator = staged.indicator;
