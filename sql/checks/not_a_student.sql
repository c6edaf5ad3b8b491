-- not_a_student: somebody who claims to be freed from the exam and is not said to be a student.
-- kinds: exams
-- source: rulebook DE-14, DE-16, OQ-06

select
    exam.source_row,
    named.source_column,
    exam.basis as found,
    exam.found as examinee
from staged_exam as exam
left join staged_column as named on named.field = 'basis'
where
    exam.basis in ('championship', 'national_team')
    and exam.is_student_required
    and not coalesce(exam.is_student, false)
order by exam.source_row;
