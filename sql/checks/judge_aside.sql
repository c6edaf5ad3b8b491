-- judge_aside: a judge who marks an entry that the judge stands aside from.
-- kinds: marks, scores
-- needs: known_aside
-- source: CONTRACTS "Decision kinds" (conflict_ruling); rulebook WM-07

select
    staged.source_row,
    coalesce(judges.source_column, staged.source_column) as source_column,
    staged.judge as found,
    staged.entry
from staged
semi join known_aside as aside
    on aside.contest = staged.contest
    and aside.judge = staged.judge
    and coalesce(aside.entry, staged.entry) = staged.entry
left join staged_column as judges on judges.field = 'judge'
order by staged.source_row, staged.source_column;
