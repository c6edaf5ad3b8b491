-- Appends the answers of candidates. Reads ready_candidate_answer.
-- source: rulebook VC-09, B5

insert into ledger.candidate_answer
select
    contest.contest_no,
    getvariable('as_of')::integer as batch_no,
    getvariable('sheet')::varchar as source_sheet,
    ready.source_row,
    ready.source_column,
    registry.entry_no,
    ready.form,
    ready.criterion,
    ready.option,
    ready.amount,
    ready.event_date,
    ready.claimed,
    ready.verified,
    ready.has_evidence,
    ready.channel
from ready_candidate_answer as ready
inner join ledger.contest as contest on contest.contest = ready.contest
inner join ledger.entry as registry
    on registry.contest_no = contest.contest_no
    and registry.entry = ready.entry
order by contest.contest_no, ready.source_row;
