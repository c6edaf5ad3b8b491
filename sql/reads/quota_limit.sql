-- quota_limit: what if so many persons of one region went on (WS-10); nothing is written.

select
    contest,
    entry,
    case
        when status = 'reserve' or reason in ('given_up', 'decided_in', 'decided_out') then status
        else score.seat_within(cumulated, tied_persons, $maximum)
    end as status
from mart.quota_seats
where
    programme = $programme
    and season = $season
    and level = $level
    and region = $region
order by contest, entry
