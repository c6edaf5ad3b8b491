-- wsk_unsaid: nobody says whether the exam is by WorldSkills requirements: it then counts as not.
-- kinds: exams
-- source: rulebook DE-13

select
    min(exam.source_row) as source_row,
    any_value(named.source_column) as source_column,
    exam.contest as found
from staged_exam as exam
left join staged_column as named on named.field = 'wsk_type'
where exam.is_wsk is null and exam.is_exam
group by exam.contest
order by source_row;
