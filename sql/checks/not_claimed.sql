-- not_claimed: evidence for a line that the candidate does not claim: 0 points.
-- kinds: candidates
-- source: rulebook VC-07

select
    answer.source_row,
    named.source_column,
    answer.criterion_found as found,
    answer.option
from staged_answer as answer
left join staged_column as named on named.field = 'claimed'
where
    answer.form is not null
    and answer.option <> 'none'
    and answer.claimed = 0
    and (answer.has_evidence or answer.verified > 0)
order by answer.source_row;
