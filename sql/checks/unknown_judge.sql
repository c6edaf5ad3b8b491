-- unknown_judge: a named judge that the contest does not have.
-- kinds: all
-- needs: staged_doubt
-- source: CONTRACTS "Sheet formats"; rulebook WM-07

select
    source_row,
    source_column,
    found,
    field,
    hint as suggestion
from staged_doubt
where repair = 'unknown_judge'
order by source_row, source_column;
