-- no_scheme: marks for a contest that has no marking scheme yet.
-- kinds: all
-- needs: staged_doubt
-- source: rulebook WM-02

select
    source_row,
    source_column,
    found,
    field
from staged_doubt
where repair = 'no_scheme'
order by source_row, source_column;
