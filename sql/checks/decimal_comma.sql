-- decimal_comma: a decimal comma, read as a point.
-- kinds: all
-- needs: staged_doubt
-- source: CONTRACTS "Time and numbers"

select
    source_row,
    source_column,
    found,
    field,
    try_cast(value as decimal(18, 6)) as value
from staged_doubt
where repair = 'decimal_comma'
order by source_row, source_column;
