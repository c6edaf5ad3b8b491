-- quota_limit: what if so many persons of one region went on (WS-10); nothing is written.

with judged as (
    select
        contest,
        entry,
        coalesce(settled, score.seat_within(cumulated, tied_persons, $maximum)) as status
    from mart.quota_limits
    where
        programme = $programme
        and season = $season
        and level = $level
        and region = $region
)

select
    contest,
    entry,
    max_by(status, list_position(['in', 'hold', 'out', 'reserve'], status)) as status
from judged
group by contest, entry
order by contest, entry
