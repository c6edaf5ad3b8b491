-- selection_deadlines: what the pages read of mart.selection_deadlines, one selection.

select
    step, deadline, deadline_name, candidate, started_on, days, unit, due_on, done_on,
    days_left, status, missing, rule
from mart.selection_deadlines
where contest_no = $contest_no
order by ord, candidate
