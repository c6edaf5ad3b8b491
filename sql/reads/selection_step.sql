-- selection_step: what the pages read of mart.selection, one step; personal numbers, no names.

select
    candidate, step, step_name, score, total, line, distance, place, number, status, rule,
    reason, missing, "text", category, remark
from mart.selection
where
    contest_no = $contest_no
    and step = $step
order by place nulls last, score desc nulls last, candidate
