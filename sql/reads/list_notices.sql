-- list_notices: how far each candidate of a selection came, by personal number; no names (CS-35,
-- CS-40).

select
    step.candidate,
    outcome.post,
    outcome.body,
    outcome.announced_on,
    max_by(step.step_name, step.step_no) as step_name,
    max_by(step.total, step.step_no) as total,
    max_by(step.place, step.step_no) as place,
    max_by(step.status, step.step_no) as status,
    max_by(step."text", step.step_no) as "text"
from mart.selection as step
inner join mart.selection_outcome as outcome on outcome.contest_no = step.contest_no
where step.contest_no = $contest_no
group by step.candidate, outcome.post, outcome.body, outcome.announced_on
order by step.candidate
