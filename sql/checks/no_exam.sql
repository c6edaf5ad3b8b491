-- no_exam: examinees of a contest that is no demonstration exam.
-- kinds: exams
-- source: rulebook DE-10

select
    min(exam.source_row) as source_row,
    null::varchar as source_column,
    exam.contest as found
from staged_exam as exam
where exam.contest_no is not null and not exam.is_exam
group by exam.contest
order by source_row;
