-- entry_exists: an entry that another sheet has registered: this one replaces its people.
-- kinds: entries
-- source: CONTRACTS "Words" (an entry is unique within a contest)

select
    min(staged.source_row) as source_row,
    arg_min(staged.source_column, staged.source_row) as source_column,
    staged.entry as found
from staged
inner join known_contest as contest on contest.contest = staged.contest
inner join fact.entry as entry
    on entry.contest_no = contest.contest_no
    and entry.entry = staged.entry
group by staged.contest, staged.entry
order by source_row;
