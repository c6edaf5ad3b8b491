-- Appends results of steps. Reads ready_selection_result.
-- source: rulebook C5

insert into ledger.selection_result
select
    contest.contest_no,
    getvariable('as_of')::integer as batch_no,
    getvariable('sheet')::varchar as source_sheet,
    ready.source_row,
    ready.source_column,
    registry.entry_no,
    ready.step,
    ready.part,
    ready.member,
    ready.score,
    ready.category,
    ready.seniority_days,
    ready.education,
    ready.status,
    ready.violation,
    ready.happened_at
from ready_selection_result as ready
inner join ledger.contest as contest on contest.contest = ready.contest
inner join ledger.entry as registry
    on registry.contest_no = contest.contest_no
    and registry.entry = ready.entry
order by contest.contest_no, ready.source_row;
