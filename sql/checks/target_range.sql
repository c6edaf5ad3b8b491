-- target_range: the target is a range, and its greatest number is missing or below the least.
-- kinds: targets
-- source: rulebook 6.2 (indicators whose target has two ends)

select
    staged.source_row,
    staged.source_column,
    staged.target as found,
    staged.indicator
from staged
left join staged_side as side on side.indicator = staged.indicator
where
    try_cast(staged.most as bigint) < try_cast(staged.target as bigint)
    or (side.side = 'range' and staged.most is null)
order by staged.source_row;
