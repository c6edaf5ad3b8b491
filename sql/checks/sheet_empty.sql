-- sheet_empty: a sheet without a single record.
-- kinds: all
-- source: CONTRACTS "Reading"

select
    sheet.header_row as source_row,
    null::varchar as source_column,
    null::varchar as found
from staged_sheet as sheet
where sheet.records = 0;
