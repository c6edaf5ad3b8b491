-- target_of_no_region: a target for regions of an indicator that the country alone has.
-- kinds: targets
-- source: rulebook 6.1 (indicators of the country); such a row would never be compared

select
    staged.source_row,
    staged.source_column,
    coalesce(staged.region, '') as found,
    staged.indicator
from staged
inner join ref.indicator as indicator on indicator.indicator = staged.indicator
where
    indicator.level = 'country'
    and not indicator.is_regional
    and staged.region is distinct from 'KZ'
order by staged.source_row;
