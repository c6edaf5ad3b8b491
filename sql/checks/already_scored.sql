-- already_scored: points that another sheet in force has brought.
-- kinds: scores
-- source: CONTRACTS "Replace and repeat"

select
    staged.source_row,
    staged.source_column,
    staged.entry as found,
    min(score.batch_no)::varchar as batch_no
from staged
inner join known_contest as contest on contest.contest = staged.contest
inner join fact.registered as entry  -- only for its number: the points say that it is there
    on entry.contest_no = contest.contest_no
    and entry.entry = staged.entry
inner join fact.score as score
    on score.contest_no = contest.contest_no
    and score.entry_no = entry.entry_no
left join fact.judge as judge
    on judge.contest_no = score.contest_no
    and judge.judge_no = score.judge_no
where judge.judge is not distinct from staged.judge
group by staged.source_row, staged.source_column, staged.entry
order by staged.source_row;
