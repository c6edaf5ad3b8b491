-- list_selection: every step of a selection by personal number; no names (CS-40).

select
    step_no, step_name, place, candidate, score, total, status, "text"
from mart.selection
where contest_no = $contest_no
order by step_no, place nulls last, score desc nulls last, candidate
