-- above_maximum: a measurement above the mark of its aspect, or points above their criterion.
-- kinds: marks, scores
-- source: rulebook WM-02, WM-04

select
    staged_value.source_row,
    staged_value.source_column,
    staged_value.found,
    staged_value.name as aspect,
    staged_value.maximum
from staged_value
where staged_value.points > staged_value.maximum
order by staged_value.source_row, staged_value.source_column;
