-- repair_accepted: a repair that the user took.
-- kinds: all
-- needs: staged_doubt
-- source: DESIGN 2 (repairs are listed)

select
    source_row,
    source_column,
    found,
    field,
    value
from staged_doubt
where repair = 'accepted'
order by source_row, source_column;
