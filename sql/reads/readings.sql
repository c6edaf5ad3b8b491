-- readings: what the pages read of mart.readings.

select
    contest_no, contest, reading, key, value, question, changes_winner, is_confirmed,
    confirmed_by
from mart.readings
where contest_no = $contest_no
order by is_confirmed, reading, key
