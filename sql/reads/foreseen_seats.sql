-- foreseen_seats: what a correction may change of mart.quota_seats.

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
    status as value
from mart.quota_seats
where list_contains($contests, contest_no)
