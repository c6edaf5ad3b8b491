-- own_side: a judge who marks an entry of the own region (of the own organisation at oblast level).
-- kinds: marks, scores
-- source: rulebook WM-07

select
    staged.source_row,
    coalesce(judges.source_column, staged.source_column) as source_column,
    staged.judge as found,
    staged.entry,
    contest.own_side as side
from staged
inner join known_contest as contest on contest.contest = staged.contest
inner join known_expert as expert
    on expert.contest = staged.contest
    and expert.expert = staged.judge
inner join known_entry as entry
    on entry.contest = staged.contest
    and entry.entry = staged.entry
left join staged_column as judges on judges.field = 'judge'
where
    (contest.own_side = 'region' and expert.region = entry.region)
    or (
        contest.own_side = 'organisation'
        and lower(expert.organisation) = lower(entry.organisation)
    )
order by staged.source_row, staged.source_column;
