-- Appends points by criterion. Reads ready_score.
-- source: rulebook BP-08

insert into ledger.score
select
    contest.contest_no,
    getvariable('as_of')::integer as batch_no,
    getvariable('sheet')::varchar as source_sheet,
    ready.source_row,
    ready.source_column,
    registry.entry_no,
    coalesce(judge.judge_no, 0) as judge_no,
    ready.criterion,
    ready.points
from ready_score as ready
inner join ledger.contest as contest on contest.contest = ready.contest
inner join ledger.entry as registry
    on registry.contest_no = contest.contest_no
    and registry.entry = ready.entry
left join private.judge as judge
    on judge.contest_no = contest.contest_no
    and judge.judge = ready.judge
order by contest.contest_no, ready.source_row, ready.source_column;
