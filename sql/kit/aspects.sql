-- aspects: what is marked.

select
    contest_no, batch_no, aspect, criterion, sub_criterion, kind, description, max_mark
from fact.aspect
where contest_no = $contest_no
order by aspect, batch_no
