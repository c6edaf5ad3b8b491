-- present_without_score: an examinee who came and has no points yet; null is never zero.
-- kinds: exams
-- source: rulebook DE-12

select
    exam.source_row,
    named.source_column,
    exam.found
from staged_exam as exam
left join staged_column as named on named.field = 'score'
where exam.is_present and exam.score is null
order by exam.source_row;
