-- part_above_whole: more organisations, persons or hours than there are.
-- kinds: indicators
-- source: rulebook 6.1 (the numerator is a part of the denominator)

select
    staged.source_row,
    staged.source_column,
    staged.numerator as found,
    staged.denominator
from staged
inner join ref.indicator as indicator on indicator.indicator = staged.indicator
where
    indicator.is_part
    and try_cast(staged.denominator as bigint) > 0
    and try_cast(staged.numerator as bigint) > try_cast(staged.denominator as bigint)
order by staged.source_row;
