-- look_alike: letters of another alphabet that look alike, put right.
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
where repair = 'look_alike'
order by source_row, source_column;
