-- document_unsaid: a row of a document that does not say whether it is there.
-- kinds: candidates
-- source: rulebook VC-05

select
    answer.source_row,
    answer.source_column,
    answer.criterion_found as found,
    answer.option as state
from staged_answer as answer
where answer.is_unsaid and answer.criterion is not null
order by answer.source_row;
