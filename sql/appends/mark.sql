-- Appends marks. Reads ready_mark.
-- source: rulebook WM-03

insert into ledger.mark
select
    contest.contest_no,
    getvariable('as_of')::integer as batch_no,
    getvariable('sheet')::varchar as source_sheet,
    ready.source_row,
    ready.source_column,
    registry.entry_no,
    ready.aspect,
    coalesce(judge.judge_no, 0) as judge_no,
    ready.mark
from ready_mark as ready
inner join ledger.contest as contest on contest.contest = ready.contest
inner join ledger.entry as registry
    on registry.contest_no = contest.contest_no
    and registry.entry = ready.entry
left join private.judge as judge
    on judge.contest_no = contest.contest_no
    and judge.judge = ready.judge
order by contest.contest_no, ready.source_row, ready.source_column;
