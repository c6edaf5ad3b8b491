-- unknown_choice: a word that is none of the choices.
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
where repair = 'unknown_choice'
order by source_row, source_column;
