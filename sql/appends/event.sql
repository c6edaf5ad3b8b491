-- Appends events. Reads ready_event.

insert into ledger.event
select
    registry.contest_no,
    getvariable('as_of')::integer as batch_no,
    getvariable('sheet')::varchar as source_sheet,
    ready.source_row,
    ready.source_column,
    ready.event,
    ready.programme,
    ready.season,
    ready.level,
    ready.title,
    ready.region,
    ready.place,
    ready.term,
    ready.first_month,
    ready.first_year,
    ready.last_month,
    ready.last_year,
    ready.starts_on,
    ready.ends_on,
    ready.state,
    ready.repeats,
    ready.note,
    ready.ruleset_hash
from ready_event as ready
inner join ledger.contest as registry on registry.contest = ready.contest
order by registry.contest_no, ready.source_row;
