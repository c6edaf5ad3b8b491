-- public_entry: what the board says of one entry.

select entry_no, name, award
from mart.leaderboard
where
    contest_no = $contest_no
    and entry = $entry
