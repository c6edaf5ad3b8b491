-- naming_unclear: a decision about names in public that does not say which.
-- kinds: decisions
-- source: docs/personal.md (minors' names in public)

select
    staged.source_row,
    named.source_column,
    staged.value as found
from staged
left join staged_column as named on named.field = 'value'
where
    staged.kind = 'names'
    and staged.value not in ('short', 'minors', 'full')
order by staged.source_row;
