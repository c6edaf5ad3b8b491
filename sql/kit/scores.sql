-- scores: each judge's points for each criterion; judges by number.

select
    contest_no, batch_no, source_row, entry_no, judge_no, criterion, points
from fact.score
where contest_no = $contest_no
order by entry_no, criterion, judge_no, batch_no, source_row
