-- Appends values of indicators. Reads ready_indicator_value.

insert into ledger.indicator_value
select
    registry.contest_no,
    getvariable('as_of')::integer as batch_no,
    getvariable('sheet')::varchar as source_sheet,
    ready.source_row,
    ready.source_column,
    ready.indicator,
    ready.region,
    ready.organisation,
    ready.period,
    ready.numerator,
    ready.denominator,
    ready.since,
    ready.as_of,
    ready.source
from ready_indicator_value as ready
inner join ledger.contest as registry on registry.contest = ready.contest
order by registry.contest_no, ready.source_row;
