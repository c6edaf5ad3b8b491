-- already_examined: an examinee whom another sheet in force has brought.
-- kinds: exams
-- source: CONTRACTS "Replace and repeat"

select
    exam.source_row,
    exam.source_column,
    exam.found,
    min(known.batch_no)::varchar as batch_no
from staged_exam as exam
inner join fact.entry as entry
    on entry.contest_no = exam.contest_no
    and entry.entry = exam.entry
inner join fact.exam_result as known
    on known.contest_no = exam.contest_no
    and known.entry_no = entry.entry_no
group by exam.source_row, exam.source_column, exam.found
order by exam.source_row;
