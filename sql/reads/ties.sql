-- ties: what the pages read of mart.ties.

select
    contest_no, contest, entry, name, region, place, total, scale, award, decided_by, tie_step,
    tie_reason, rule, winner_tie, is_open, is_archive
from mart.ties
order by contest_no, place, entry
