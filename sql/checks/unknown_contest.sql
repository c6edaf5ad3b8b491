-- unknown_contest: a contest that does not exist.
-- kinds: all
-- needs: staged_doubt
-- source: CONTRACTS "Sheet formats"

select
    source_row,
    source_column,
    found,
    field
from staged_doubt
where repair = 'unknown_contest'
order by source_row, source_column;
