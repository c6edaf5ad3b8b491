-- evidence_absent: verified points without the document that proves them: they count as 0.
-- kinds: candidates
-- source: rulebook VC-10

select
    answer.source_row,
    named.source_column,
    answer.verified::varchar as found,
    answer.criterion
from staged_answer as answer
left join staged_column as named on named.field = 'verified'
where answer.form is not null and not answer.has_evidence and answer.verified > 0
order by answer.source_row;
