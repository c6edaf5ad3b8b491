-- quota_events: the events from which entries of a region go on, as mart.quotas has them.

with
contest as (
    select
        rule.contest_no,
        rule.programme,
        rule.season,
        rule.level,
        rule.region
    from score.seat_rule as rule
    inner join fact.tally_head as head on head.contest_no = rule.contest_no
)

select
    programme,
    season,
    level
from contest
where region is not null

union

select
    contest.programme,
    contest.season,
    contest.level
from contest
inner join fact.board as board on board.contest_no = contest.contest_no
where
    contest.region is null
    and board.region is not null
    and board.place is not null
