-- exam_types_differ: an exam that is by WorldSkills requirements in one row and not in another.
-- kinds: exams
-- source: rulebook DE-11, DE-13

with
first as (
    select
        contest,
        arg_min(coalesce(is_wsk, false), source_row) as is_wsk
    from staged_exam
    group by contest
)

select
    exam.source_row,
    named.source_column,
    if(coalesce(exam.is_wsk, false), 'true', 'false') as found
from staged_exam as exam
inner join first on first.contest = exam.contest
left join staged_column as named on named.field = 'wsk_type'
where coalesce(exam.is_wsk, false) <> first.is_wsk
order by exam.source_row;
