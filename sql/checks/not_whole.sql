-- not_whole: a whole number is wanted.
-- kinds: all
-- needs: staged_doubt
-- source: CONTRACTS "Sheet formats"

select
    source_row,
    source_column,
    found,
    field
from staged_doubt
where repair = 'not_whole'
order by source_row, source_column;
