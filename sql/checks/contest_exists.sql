-- contest_exists: a contest that is there already: this sheet changes it.
-- kinds: contests, vacancies
-- source: CONTRACTS "Ids"

select
    staged.source_row,
    staged.source_column,
    staged.contest as found
from staged_contest as staged
semi join fact.contest as contest on contest.contest = staged.contest
order by staged.source_row;
