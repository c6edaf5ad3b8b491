-- event_contests: the numbers between which the contests of an event lie, and those that a person
-- links with them: whoever is one person through an entry elsewhere is counted once all the same.

with recursive
link as materialized (
    select
        contest_no,
        other_contest_no
    from score.person_link
    where is_same
),

concerned as (
    select contest_no
    from fact.contest
    where
        season = $season
        and programme = coalesce($programme, programme)
        and level = coalesce($level, level)

    union

    select link.other_contest_no
    from concerned
    inner join link on link.contest_no = concerned.contest_no
)

select
    coalesce(min(contest_no), 1) as first_contest,
    coalesce(max(contest_no), 0) as last_contest
from concerned
