-- number_as_text: a number written as text, read as a number.
-- kinds: all
-- needs: staged_doubt
-- source: DESIGN 2 (safe repairs)

select
    source_row,
    source_column,
    found,
    field,
    try_cast(value as decimal(18, 6)) as value
from staged_doubt
where repair = 'number_as_text'
order by source_row, source_column;
