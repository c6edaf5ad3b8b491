-- not_a_season: a cell that names no season.
-- kinds: all
-- needs: staged_doubt
-- source: CONTRACTS "Ids" (season)

select
    source_row,
    source_column,
    found,
    field
from staged_doubt
where repair = 'not_a_season'
order by source_row, source_column;
