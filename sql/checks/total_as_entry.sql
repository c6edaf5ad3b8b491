-- total_as_entry: a total row taken for an entry.
-- kinds: all
-- needs: staged_doubt
-- source: DESIGN 2 (total rows)

select
    source_row,
    source_column,
    found,
    field
from staged_doubt
where repair = 'total_row'
order by source_row, source_column;
