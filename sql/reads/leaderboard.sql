-- leaderboard: what the pages read of mart.leaderboard.

select
    contest, entry, name, region, region_name, organisation, place, is_tied, total, scale,
    award, decided_by, tie_reason, marks, marks_expected, open_aspects, status,
    distance_to_next, is_guest
from mart.leaderboard
where contest_no = $contest_no
order by ord, entry
