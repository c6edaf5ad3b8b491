-- target_above_whole: a target of more than 100 % of a share whose numerator is a part.
-- kinds: targets
-- source: rulebook 6.1 (the numerator is a part of the denominator)

select
    staged.source_row,
    staged.source_column,
    staged.target as found,
    staged.indicator
from staged
inner join ref.indicator as indicator on indicator.indicator = staged.indicator
where
    indicator.measure = 'share'
    and indicator.is_part
    and try_cast(coalesce(staged.most, staged.target) as bigint) > 100
order by staged.source_row;
