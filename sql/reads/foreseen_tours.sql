-- foreseen_tours: what a correction may change of mart.advancement, the seats of the next tour.

select
    'seat' as field,
    contest_no,
    contest,
    entry_no,
    entry,
    name,
    region,
    null::varchar as what,
    null::varchar as number,
    seat as value
from mart.advancement
where list_contains($contests, contest_no)
