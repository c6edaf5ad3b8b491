-- Appends the works handed in. Reads ready_work.
-- source: rulebook BP-04, BP-06, BP-07

insert into ledger.work
select
    contest.contest_no,
    getvariable('as_of')::integer as batch_no,
    getvariable('sheet')::varchar as source_sheet,
    ready.source_row,
    ready.source_column,
    registry.entry_no,
    ready.received_at,
    ready.pages,
    ready.has_flag
from ready_work as ready
inner join ledger.contest as contest on contest.contest = ready.contest
inner join ledger.entry as registry
    on registry.contest_no = contest.contest_no
    and registry.entry = ready.entry
order by contest.contest_no, ready.source_row;
