-- Appends announced posts. Reads ready_vacancy.
-- source: rulebook VC-01, VC-03

insert into ledger.vacancy
select
    contest.contest_no,
    getvariable('as_of')::integer as batch_no,
    getvariable('sheet')::varchar as source_sheet,
    ready.source_row,
    ready.source_column,
    ready.post,
    ready.organisation,
    ready.region,
    ready.units,
    ready.published_on,
    ready.deadline_days,
    ready.is_english
from ready_vacancy as ready
inner join ledger.contest as contest on contest.contest = ready.contest
order by contest.contest_no, ready.source_row;
