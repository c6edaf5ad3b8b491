-- aspects: what is marked, and up to how much; the words of the task are not published.

select
    contest_no, batch_no, aspect, criterion, sub_criterion, kind, max_mark
from fact.aspect
where contest_no = $contest_no
order by aspect, batch_no
