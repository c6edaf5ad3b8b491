-- binary_noise: the noise of binary fractions, rounded away.
-- kinds: all
-- needs: staged_doubt
-- source: DESIGN 4 (points are decimals)

select
    source_row,
    source_column,
    found,
    field,
    try_cast(value as decimal(18, 6)) as value
from staged_doubt
where repair = 'noise'
order by source_row, source_column;
