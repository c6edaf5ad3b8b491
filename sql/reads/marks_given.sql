-- marks_given: what the pages read of mart.lineage about the marks of one contest.

select entry, aspect, judge, value, batch_no, file_name, sheet, row, "column"
from mart.lineage
where contest_no = $contest_no and number = 'mark'
order by entry, aspect, judge
