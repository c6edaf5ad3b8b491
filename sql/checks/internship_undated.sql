-- internship_undated: an internship without the day it ended: it will not count.
-- kinds: centres
-- source: rulebook CC-03, EX-33 (within the last five years)

select
    staged.source_row,
    staged.source_column,
    staged.evidence as found,
    item.window_years::varchar as years
from staged
cross join known_checklist as checklist
inner join ref.centre_item as item
    on item.ruleset_hash = checklist.ruleset_hash
    and item.item = staged.item
where
    staged.basis = 'internship'
    and item.window_years is not null
    and staged.done_on is null
order by staged.source_row;
