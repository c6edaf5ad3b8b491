-- decimal_comma: a decimal comma, read as a point.
-- kinds: all
-- source: CONTRACTS "Time and numbers"

select
    source_row,
    source_column,
    found,
    field,
    value
from staged_doubt
where repair = 'decimal_comma'
order by source_row, source_column;
