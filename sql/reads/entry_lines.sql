-- entry_lines: what the pages read of mart.entry_lines about one contest.

select entry, to_place, next_award, to_award, seat_status, seat_rule, seat_rule_id, to_seat
from mart.entry_lines
where contest_no = $contest_no
order by entry
