-- marking_progress: what the pages read of mart.marking_progress.

select sub_criterion, sub_criterion_name, day, expected, marked, missing, rescore
from mart.marking_progress
where contest_no = $contest_no
order by sub_criterion
