-- form_missing: a criterion that both sheets have, and nothing says which sheet it is.
-- kinds: candidates
-- source: rulebook VC-08

select
    answer.source_row,
    answer.source_column,
    answer.criterion_found as found
from staged_answer as answer
where answer.matches > 1
order by answer.source_row;
