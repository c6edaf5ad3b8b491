-- unknown_region: a region that is not known, nor nearly one.
-- kinds: all
-- needs: staged_doubt
-- source: CONTRACTS "Ids" (region)

select
    source_row,
    source_column,
    found,
    field
from staged_doubt
where repair = 'unknown_region' and hint is null
order by source_row, source_column;
