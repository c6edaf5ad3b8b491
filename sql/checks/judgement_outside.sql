-- judgement_outside: a judgement that is none of 0, 1, 2, 3.
-- kinds: marks
-- source: rulebook WM-05

select
    staged_value.source_row,
    staged_value.source_column,
    staged_value.found,
    staged_value.name as aspect,
    staged_value.top
from staged_value
where
    staged_value.kind = 'J'
    and (staged_value.points > staged_value.top or staged_value.points % 1 <> 0)
order by staged_value.source_row, staged_value.source_column;
