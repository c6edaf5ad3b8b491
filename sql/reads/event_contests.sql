-- event_contests: the numbers between which the contests of an event lie, and those whose persons
-- somebody said are persons of it: whoever is one person through an entry elsewhere is counted
-- once all the same. There may be more between them; the question itself says which it means.

with recursive
link as materialized (
    select
        decision.contest_no,
        other.contest_no as other_contest_no
    from fact.decision as decision
    inner join fact.told_contest as other on other.contest = split_part(decision.value, '/', 1)
    where decision.kind = 'person_merge'
),

both_ways as materialized (
    select
        contest_no,
        other_contest_no
    from link

    union all

    select
        other_contest_no as contest_no,
        contest_no as other_contest_no
    from link
),

concerned as (
    select contest_no
    from fact.told_contest
    where
        season = $season
        and programme = coalesce($programme, programme)
        and level = coalesce($level, level)

    union

    select both_ways.other_contest_no
    from concerned
    inner join both_ways on both_ways.contest_no = concerned.contest_no
)

select
    coalesce(min(contest_no), 1) as first_contest,
    coalesce(max(contest_no), 0) as last_contest
from concerned
