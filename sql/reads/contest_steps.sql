-- contest_steps: what the pages read of mart.contest_steps.

select step_no, step, batch_no, status, owner, is_next, who, "at", number, expected
from mart.contest_steps
where contest_no = $contest_no
order by step_no
