-- closest_contests: how far the first was ahead of the next, the closest contests first.

select
    contest,
    max(total) filter (where place = 1) as first,
    max(total) filter (where place > 1) as next,
    max(total) filter (where place = 1) - max(total) filter (where place > 1) as ahead
from results
group by contest
having ahead is not null
order by ahead, contest
