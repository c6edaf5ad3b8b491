-- too_many_decimals: more digits after the sign than points have.
-- kinds: all
-- needs: staged_doubt
-- source: rulebook WM-02 (two decimals); the ledger keeps three

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
    and length(rtrim(split_part(value, '.', 2), '0')) > decimals
order by source_row, source_column;
