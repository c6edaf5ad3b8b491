-- Lines of force by which the contests given to the venue are again what the venue had when it wrote its
-- first new batch: $contests.

select
    contest_no,
    batch_no,
    bool_or(side = 'venue before') as is_in_force
from merge_state
where
    side in ('venue before', 'centre')
    and list_contains($contests::integer[], contest_no)
group by contest_no, batch_no
having count(*) = 1
order by contest_no, batch_no
