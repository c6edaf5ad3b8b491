-- Appends what each judgement score means. Reads ready_aspect_descriptor.
-- source: rulebook WM-10

insert into ledger.aspect_descriptor
select
    contest.contest_no,
    getvariable('as_of')::integer as batch_no,
    getvariable('sheet')::varchar as source_sheet,
    ready.source_row,
    ready.source_column,
    ready.aspect,
    ready.score,
    ready.descriptor
from ready_aspect_descriptor as ready
inner join ledger.contest as contest on contest.contest = ready.contest
order by contest.contest_no, ready.source_row;
