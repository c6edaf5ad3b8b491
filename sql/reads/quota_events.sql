-- quota_events: the events from which entries go on, as soon as one is of a region.

select distinct
    rule.programme,
    rule.season,
    rule.level
from score.seat_rule as rule
inner join fact.tally_head as head on head.contest_no = rule.contest_no
where
    rule.region is not null
    or head.ranked > 0
