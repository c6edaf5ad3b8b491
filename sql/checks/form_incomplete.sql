-- form_incomplete: an application with an empty field of Annex 1.
-- kinds: participants
-- source: rulebook BP-05 (all 7 fields filled)

select
    staged.source_row,
    named.source_column,
    null::varchar as found,
    field.name as field
from staged
cross join (values ('phones'), ('email')) as field (name)
left join staged_column as named on named.field = field.name
where case field.name when 'phones' then staged.phones else staged.email end is null
order by staged.source_row, field.name;
