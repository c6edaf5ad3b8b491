-- above_maximum: a measurement above the mark of its aspect, or points above their criterion.
-- kinds: marks, scores, selection
-- needs: staged_over
-- source: rulebook WM-02, WM-04

select
    source_row,
    source_column,
    found,
    name as aspect,
    maximum
from staged_above
order by source_row, source_column;
