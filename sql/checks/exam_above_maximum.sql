-- exam_above_maximum: more points than the exam has.
-- kinds: exams
-- source: rulebook DE-10

select
    exam.source_row,
    named.source_column,
    exam.score::varchar as found,
    exam.max_points as maximum
from staged_exam as exam
left join staged_column as named on named.field = 'score'
where exam.score > exam.max_points
order by exam.source_row;
