-- person_without_entry: a decision on persons that does not name two entries.
-- kinds: decisions
-- source: CONTRACTS "Decision kinds" (person_merge, person_split: one entry is the same person as
-- another, or is not)

select
    staged.source_row,
    named.source_column,
    if(contains(staged.subject, '/'), staged.value, staged.subject) as found
from staged
left join staged_column as named
    on named.field = if(contains(staged.subject, '/'), 'value', 'subject')
where
    staged.kind in ('person_merge', 'person_split')
    and not (contains(staged.subject, '/') and contains(staged.value, '/'))
order by staged.source_row;
