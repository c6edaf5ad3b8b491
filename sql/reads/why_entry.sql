-- why_entry: what the pages read of mart.leaderboard about one contest, with the steps of ties.

select
    contest, entry, name, region_long, organisation, place, is_tied, total, scale, scale_method,
    award, decided_by, tie_step, tie_reason, marks, marks_expected, open_aspects, status,
    distance_to_next, entry_status, is_guest
from mart.leaderboard
where contest_no = $contest_no
order by ord, entry
