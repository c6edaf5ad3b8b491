-- paper_experts: who signs the papers of a contest.

select role, name
from mart.experts
where contest_no = $contest_no
order by role, name collate kk
