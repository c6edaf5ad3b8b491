-- marking_judges: what the pages read of mart.marking_judges, what waits for a judge only.

select sub_criterion, judge_no, judge, marked, missing
from mart.marking_judges
where contest_no = $contest_no
    and missing > 0
order by sub_criterion, judge_no nulls last
