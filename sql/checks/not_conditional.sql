-- not_conditional: an item called not applicable that every centre needs.
-- kinds: centres
-- source: rulebook CC-44 (only a conditional step may be not applicable)

select
    staged.source_row,
    named.source_column,
    raw.state as found,
    staged.item
from staged
inner join staged_raw as raw on raw.source_row = staged.source_row
cross join known_checklist as checklist
inner join ref.centre_item as item
    on item.ruleset_hash = checklist.ruleset_hash
    and item.item = staged.item
left join staged_column as named on named.field = 'state'
where staged.state = 'not_applicable' and not item.is_conditional
order by staged.source_row;
