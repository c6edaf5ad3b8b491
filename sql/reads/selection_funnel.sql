-- selection_funnel: what the pages read of mart.selection_funnel, one selection.

select
    step, step_no, step_name, entered, "in", "out", waiting, absent, number, line, best,
    minutes, due_on, undone, rule
from mart.selection_funnel
where contest_no = $contest_no
order by step_no
