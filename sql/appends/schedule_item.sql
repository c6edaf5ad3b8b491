-- Appends planned contests. Reads ready_schedule_item.

insert into ledger.schedule_item
select
    registry.contest_no,
    getvariable('as_of')::integer as batch_no,
    getvariable('sheet')::varchar as source_sheet,
    ready.source_row,
    ready.source_column,
    ready.no,
    ready.programme,
    ready.season,
    ready.level,
    ready.unit,
    ready.region,
    ready.base,
    ready.term,
    ready.first_month,
    ready.first_year,
    ready.last_month,
    ready.last_year,
    ready.starts_on,
    ready.ends_on,
    ready.ruleset_hash
from ready_schedule_item as ready
inner join ledger.contest as registry on registry.contest = ready.contest
order by registry.contest_no, ready.source_row;
