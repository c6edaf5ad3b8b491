-- Appends contests. Reads ready_contest_fact.

insert into ledger.contest_fact
select
    registry.contest_no,
    getvariable('as_of')::integer as batch_no,
    getvariable('sheet')::varchar as source_sheet,
    ready.source_row,
    ready.source_column,
    ready.programme,
    ready.season,
    ready.level,
    ready.region,
    ready.organisation,
    ready.stream,
    ready.unit,
    ready.edition,
    ready.ruleset_hash,
    ready.starts_on,
    ready.ends_on,
    ready.host,
    ready.max_entries,
    ready.is_archive
from ready_contest_fact as ready
inner join ledger.contest as registry on registry.contest = ready.contest
order by registry.contest_no, ready.source_row;
