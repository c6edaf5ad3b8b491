-- Appends organisations. Reads ready_organisation.

insert into ledger.organisation
select
    0 as contest_no,
    getvariable('as_of')::integer as batch_no,
    getvariable('sheet')::varchar as source_sheet,
    ready.source_row,
    ready.source_column,
    ready.organisation,
    ready.region,
    ready.kind,
    ready.students,
    ready.ownership
from ready_organisation as ready
order by ready.source_row;
