-- not_a_date: a cell that is no day.
-- kinds: all
-- needs: staged_doubt
-- source: CONTRACTS "Sheet formats"

select
    source_row,
    source_column,
    found,
    field
from staged_doubt
where repair = 'not_a_date'
order by source_row, source_column;
