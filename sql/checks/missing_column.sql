-- missing_column: a required field that no column holds.
-- kinds: all
-- source: CONTRACTS "Sheet formats" (required fields in bold)

select
    sheet.header_row as source_row,
    null::varchar as source_column,
    null::varchar as found,
    required.field
from staged_field as required
cross join staged_sheet as sheet
anti join staged_column as named on named.field = required.field
where
    required.is_required
    and not required.is_given
    and required.field <> 'contest'
order by required.field;
