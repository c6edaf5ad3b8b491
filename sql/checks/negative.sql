-- negative: a number below zero where none can be.
-- kinds: all
-- needs: staged_doubt
-- source: rulebook WM-02 (no negative marks)

select
    source_row,
    source_column,
    found,
    field,
    try_cast(minimum as decimal(18, 6)) as minimum,
    try_cast(maximum as decimal(18, 6)) as maximum,
    decimals
from staged_doubt
where
    type in ('decimal', 'integer', 'season')
    and try_cast(value as decimal(18, 6)) < 0
    and try_cast(minimum as decimal(18, 6)) = 0
order by source_row, source_column;
