-- not_whole: a whole number is wanted.
-- kinds: all
-- source: CONTRACTS "Sheet formats"

select
    source_row,
    source_column,
    found,
    field
from staged_doubt
where repair = 'not_whole'
order by source_row, source_column;
