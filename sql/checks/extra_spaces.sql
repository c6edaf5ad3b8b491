-- extra_spaces: blanks that were taken away.
-- kinds: all
-- needs: staged_doubt
-- source: DESIGN 2 (safe repairs)

select
    source_row,
    source_column,
    found,
    field,
    value
from staged_doubt
where repair = 'spaces'
order by source_row, source_column;
