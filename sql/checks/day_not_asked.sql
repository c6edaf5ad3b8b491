-- day_not_asked: a day of persons for an indicator that does not reckon with days.
-- kinds: indicators
-- source: rulebook IND-17, IND-18, IND-40

select
    staged.source_row,
    named.source_column,
    staged.since as found,
    staged.indicator
from staged
inner join ref.indicator as indicator on indicator.indicator = staged.indicator
left join staged_column as named on named.field = 'since'
where staged.since is not null and indicator.date_rule is null
order by staged.source_row;
