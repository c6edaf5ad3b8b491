-- date_outside_contest: a decision dated before its contest began.
-- kinds: decisions
-- source: CONTRACTS "States" (a contest is decided after it was opened)

select
    staged.source_row,
    named.source_column,
    raw."at" as found,
    contest.starts_on
from staged
inner join staged_raw as raw on raw.source_row = staged.source_row
inner join known_contest as contest on contest.contest = split_part(staged.subject, '/', 1)
left join staged_column as named on named.field = 'at'
where try_cast(left(staged."at", 10) as date) < contest.starts_on - 1
order by staged.source_row;
