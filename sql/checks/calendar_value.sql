-- calendar_value: a number for an indicator that is a period of dates.
-- kinds: indicators, targets
-- source: rulebook IND-19, IND-31

select
    staged.source_row,
    staged.source_column,
    staged.indicator as found
from staged
inner join ref.indicator as indicator on indicator.indicator = staged.indicator
where indicator.measure = 'calendar'
order by staged.source_row;
