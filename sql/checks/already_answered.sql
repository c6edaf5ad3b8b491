-- already_answered: a criterion of a candidate that another sheet in force has brought.
-- kinds: candidates
-- source: CONTRACTS "Replace and repeat"

select
    answer.source_row,
    answer.source_column,
    answer.criterion_found as found,
    min(known.batch_no)::varchar as batch_no
from staged_answer as answer
inner join known_contest as contest on contest.contest = answer.contest
inner join fact.entry as entry
    on entry.contest_no = contest.contest_no
    and entry.entry = answer.entry
inner join fact.candidate_answer as known
    on known.contest_no = contest.contest_no
    and known.entry_no = entry.entry_no
    and known.criterion = answer.criterion
group by answer.source_row, answer.source_column, answer.criterion_found
order by answer.source_row;
