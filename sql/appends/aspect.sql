-- Appends the aspects of a marking scheme. Reads ready_aspect.
-- source: rulebook WM-02, WM-03

insert into ledger.aspect
select
    contest.contest_no,
    getvariable('as_of')::integer as batch_no,
    getvariable('sheet')::varchar as source_sheet,
    ready.source_row,
    ready.source_column,
    ready.aspect,
    ready.criterion,
    ready.sub_criterion,
    ready.sub_criterion_name,
    ready.day,
    ready.kind,
    ready.description,
    ready.requirement,
    ready.wsos_section,
    ready.wsos_weight,
    ready.max_mark,
    ready.partial_rule
from ready_aspect as ready
inner join ledger.contest as contest on contest.contest = ready.contest
order by contest.contest_no, ready.source_row;
