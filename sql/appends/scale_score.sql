-- Appends standardised scores published elsewhere. Reads ready_scale_score.
-- source: rulebook WM-24

insert into ledger.scale_score
select
    contest.contest_no,
    getvariable('as_of')::integer as batch_no,
    getvariable('sheet')::varchar as source_sheet,
    ready.source_row,
    ready.source_column,
    registry.entry_no,
    ready.scale,
    ready.award_claimed
from ready_scale_score as ready
inner join ledger.contest as contest on contest.contest = ready.contest
inner join ledger.entry as registry
    on registry.contest_no = contest.contest_no
    and registry.entry = ready.entry
order by contest.contest_no, ready.source_row;
