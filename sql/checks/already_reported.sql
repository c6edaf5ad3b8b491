-- already_reported: a value of an indicator that another sheet in force has brought.
-- kinds: indicators
-- source: CONTRACTS "Replace and repeat"

select
    staged.source_row,
    staged.source_column,
    concat_ws(' · ', staged.indicator, staged.region, staged.period) as found,
    min(value.batch_no)::varchar as batch_no
from staged
inner join fact.indicator_value as value
    on value.indicator = staged.indicator
    and value.region = staged.region
    and value.period = try_cast(staged.period as integer)
    and lower(value.organisation) is not distinct from lower(staged.organisation)
    and value.since is not distinct from try_cast(staged.since as date)
group by
    staged.source_row, staged.source_column, staged.indicator, staged.region, staged.period
order by staged.source_row;
