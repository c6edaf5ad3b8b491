-- marks: each judge's value for each aspect; judges by number.

select
    contest_no, batch_no, source_row, entry_no, aspect, judge_no, mark
from fact.mark
where contest_no = $contest_no
order by entry_no, aspect, judge_no, batch_no, source_row
