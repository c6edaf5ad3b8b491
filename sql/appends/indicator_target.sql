-- Appends targets of indicators. Reads ready_indicator_target.

insert into ledger.indicator_target
select
    registry.contest_no,
    getvariable('as_of')::integer as batch_no,
    getvariable('sheet')::varchar as source_sheet,
    ready.source_row,
    ready.source_column,
    ready.indicator,
    ready.region,
    ready.year,
    ready.minimum,
    ready.maximum,
    ready.source,
    ready.former_batch_no
from ready_indicator_target as ready
inner join ledger.contest as registry on registry.contest = ready.contest
order by registry.contest_no, ready.source_row;
