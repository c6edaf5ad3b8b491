-- absent_with_score: points of somebody who did not come.
-- kinds: exams
-- source: rulebook DE-12

select
    exam.source_row,
    named.source_column,
    exam.score::varchar as found,
    exam.found as examinee
from staged_exam as exam
left join staged_column as named on named.field = 'score'
where not exam.is_present and exam.score is not null
order by exam.source_row;
