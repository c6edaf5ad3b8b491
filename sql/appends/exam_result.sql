-- Appends the examinees of demonstration exams. Reads ready_exam_result; runs after entry.sql.
-- source: rulebook DE-10, DE-12

insert into ledger.exam_result
select
    contest.contest_no,
    getvariable('as_of')::integer as batch_no,
    getvariable('sheet')::varchar as source_sheet,
    ready.source_row,
    ready.source_column,
    registry.entry_no,
    ready.is_wsk,
    ready.site,
    ready.certificate_from,
    ready.certificate_to,
    ready.score::decimal(9, 3) as score,
    ready.is_present,
    ready.is_student,
    ready.basis
from ready_exam_result as ready
inner join ledger.contest as contest on contest.contest = ready.contest
inner join ledger.entry as registry
    on registry.contest_no = contest.contest_no
    and registry.entry = ready.entry
order by contest.contest_no, ready.source_row;
