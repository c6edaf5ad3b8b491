-- own_side: a judge who marks an entry of the own region (of the own organisation at oblast level).
-- kinds: marks, scores
-- needs: known_expert
-- source: rulebook WM-07

with
own as (
    select
        contest.contest,
        contest.own_side,
        expert.expert,
        entry.entry
    from known_contest as contest
    inner join known_expert as expert on expert.contest = contest.contest
    inner join known_entry as entry on entry.contest = contest.contest
    where
        (contest.own_side = 'region' and expert.region = entry.region)
        or (
            contest.own_side = 'organisation'
            and lower(expert.organisation) = lower(entry.organisation)
        )
)

select
    staged.source_row,
    coalesce(judges.source_column, staged.source_column) as source_column,
    staged.judge as found,
    staged.entry,
    own.own_side as side
from staged
inner join own
    on own.contest = staged.contest
    and own.expert = staged.judge
    and own.entry = staged.entry
left join staged_column as judges on judges.field = 'judge'
order by staged.source_row, staged.source_column;
