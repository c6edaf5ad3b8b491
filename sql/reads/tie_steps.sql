-- tie_steps: what the pages read of mart.tie_steps.

select step, criterion, entry, name, points, is_ahead, is_decisive
from mart.tie_steps
where contest_no = $contest_no
order by step, entry
