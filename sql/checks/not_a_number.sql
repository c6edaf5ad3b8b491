-- not_a_number: a cell of a number column that is no number.
-- kinds: all
-- needs: staged_doubt
-- source: CONTRACTS "Sheet formats"

select
    source_row,
    source_column,
    found,
    field,
    hint as suggestion
from staged_doubt
where repair = 'not_a_number'
order by source_row, source_column;
