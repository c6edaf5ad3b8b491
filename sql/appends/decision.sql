-- Appends decisions. Reads ready_decision.
-- source: CONTRACTS "Decision kinds"

insert into ledger.decision
select
    contest.contest_no,
    getvariable('as_of')::integer as batch_no,
    getvariable('sheet')::varchar as source_sheet,
    ready.source_row,
    ready.source_column,
    registry.entry_no,
    ready.kind,
    ready.subject,
    ready.value,
    ready.who,
    ready.reason,
    ready.decided_at
from ready_decision as ready
inner join ledger.contest as contest on contest.contest = ready.contest
left join ledger.entry as registry
    on registry.contest_no = contest.contest_no
    and registry.entry = ready.entry
order by contest.contest_no, ready.source_row;
