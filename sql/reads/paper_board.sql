-- paper_board: the table of a protocol.

select entry, name, region_long, organisation, place, total, scale, award, is_guest
from mart.leaderboard
where contest_no = $contest_no
order by ord, entry
