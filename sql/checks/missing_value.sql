-- missing_value: a required cell that is empty.
-- kinds: all
-- needs: staged_missing
-- source: CONTRACTS "Sheet formats" (required fields in bold); rulebook BP-05

select
    missing.source_row,
    missing.source_column,
    null::varchar as found,
    missing.field
from staged_missing as missing
anti join staged_other_row as other on other.source_row = missing.source_row
order by missing.source_row, missing.source_column;
