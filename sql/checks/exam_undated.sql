-- exam_undated: an exam that needs an accredited site and has no days to compare it with.
-- kinds: exams
-- source: rulebook DE-19

select
    min(exam.source_row) as source_row,
    null::varchar as source_column,
    exam.contest as found
from staged_exam as exam
where
    (exam.site_accreditation = 'all' or (exam.site_accreditation = 'wsk' and exam.is_wsk))
    and (exam.starts_on is null or exam.ends_on is null)
group by exam.contest
order by source_row;
