-- Appends checklist items of competence centres. Reads ready_centre_item.

insert into ledger.centre_item
select
    registry.contest_no,
    getvariable('as_of')::integer as batch_no,
    getvariable('sheet')::varchar as source_sheet,
    ready.source_row,
    ready.source_column,
    ready.ruleset_hash,
    ready.organisation,
    ready.region,
    ready.profile,
    ready.item,
    ready.state,
    ready.basis,
    ready.evidence,
    ready.done_on,
    ready.valid_to,
    ready.checked_on
from ready_centre_item as ready
inner join ledger.contest as registry on registry.contest = ready.contest
order by ready.source_row;
