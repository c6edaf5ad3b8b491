-- protocol: the table that a recount must give, byte for byte.

select
    place, entry, name, region, organisation, members, entry_status, total, scale, scale_method,
    award, decided_by, is_tied, tie_step, tie_reason, is_guest, marks, marks_expected,
    open_aspects, distance_to_next, status
from mart.leaderboard
where contest_no = $contest_no
order by ord, entry
