-- selection_readings: what the pages read of mart.selection_readings, one selection.

select
    reading, other, candidate, key, value, question, step, other_step, total, other_total,
    place, other_place, other_appoint_from, is_confirmed, is_changed, is_winner_changed
from mart.selection_readings
where contest_no = $contest_no
order by reading, other, candidate
