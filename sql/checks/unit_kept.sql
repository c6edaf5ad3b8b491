-- unit_kept: a unit that the catalogue does not have, kept as written.
-- kinds: all
-- needs: staged_doubt
-- source: CONTRACTS "Ids" (skills)

select
    source_row,
    source_column,
    found,
    field,
    value
from staged_doubt
where repair = 'unit_kept'
order by source_row, source_column;
