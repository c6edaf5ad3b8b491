-- already_listed: a checklist item of a centre that another sheet in force has brought.
-- kinds: centres
-- source: CONTRACTS "Replace and repeat"

select
    staged.source_row,
    staged.source_column,
    concat_ws(' · ', staged.organisation, staged.item) as found,
    min(fact.batch_no)::varchar as batch_no
from ready_centre_item as ready
inner join staged on staged.source_row = ready.source_row
inner join fact.centre_item as fact
    on lower(fact.organisation) = lower(ready.organisation)
    and fact.region is not distinct from ready.region
    and fact.profile = ready.profile
    and fact.item = ready.item
    and lower(fact.evidence) is not distinct from lower(ready.evidence)
    and fact.basis is not distinct from ready.basis
    and fact.done_on is not distinct from ready.done_on
group by staged.source_row, staged.source_column, staged.organisation, staged.item
order by staged.source_row;
