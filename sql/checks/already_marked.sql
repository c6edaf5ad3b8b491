-- already_marked: a mark that another sheet in force has brought.
-- kinds: marks
-- source: CONTRACTS "Replace and repeat"

select
    staged.source_row,
    staged.source_column,
    staged.mark as found,
    mark.batch_no::varchar as batch_no
from staged
inner join known_contest as contest on contest.contest = staged.contest
inner join fact.registered as entry  -- only for its number: the mark says that it is there
    on entry.contest_no = contest.contest_no
    and entry.entry = staged.entry
inner join fact.mark as mark
    on mark.contest_no = contest.contest_no
    and mark.entry_no = entry.entry_no
    and mark.aspect = staged.aspect
left join fact.judge as judge
    on judge.contest_no = mark.contest_no
    and judge.judge_no = mark.judge_no
where staged.mark is not null and judge.judge is not distinct from staged.judge
order by staged.source_row, staged.source_column;
