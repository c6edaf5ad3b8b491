-- points_readings: what the pages read of mart.points_readings, one contest.

select
    reading, other, entry_no, entry, key, value, question, points_together, total, other_total,
    place, other_place, is_confirmed, is_refused, is_changed
from mart.points_readings
where contest_no = $contest_no
order by reading, other, place, entry_no
