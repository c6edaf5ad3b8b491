-- unknown_aspect: a named aspect that the contest does not have.
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
where repair = 'unknown_aspect'
order by source_row, source_column;
