-- team_events: the events whose contests make a team table, once an entry of theirs has a region.

select distinct
    contest.season,
    contest.programme,
    contest.level,
    coalesce(contest.stream, 'wsk') as stream
from fact.contest as contest
inner join ref.ruleset as ruleset on ruleset.ruleset_hash = contest.ruleset_hash
inner join fact.tally_head as head on head.contest_no = contest.contest_no
where
    ruleset.award_kind = 'scale'
    and head.entries > 0
