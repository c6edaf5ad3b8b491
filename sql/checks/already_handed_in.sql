-- already_handed_in: a work that another sheet in force has brought.
-- kinds: works
-- source: CONTRACTS "Replace and repeat"

select
    work.source_row,
    work.source_column,
    work.entry as found,
    min(known.batch_no)::varchar as batch_no
from staged_work as work
inner join known_contest as contest on contest.contest = work.contest
inner join fact.entry as entry
    on entry.contest_no = contest.contest_no
    and entry.entry = work.entry
inner join fact.work as known
    on known.contest_no = contest.contest_no
    and known.entry_no = entry.entry_no
group by work.source_row, work.source_column, work.entry
order by work.source_row;
