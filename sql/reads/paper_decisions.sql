-- paper_decisions: what was decided about a contest, in the order of the acts.

select entry, name, kind, value, who, reason, batch_no
from mart.decisions
where contest_no = $contest_no
order by batch_no, entry
