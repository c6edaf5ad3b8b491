-- missing_points: a sheet of scores with neither a criterion nor a total.
-- kinds: scores
-- source: CONTRACTS "Sheet formats" (one column per criterion, or total)

select
    sheet.header_row as source_row,
    null::varchar as source_column,
    null::varchar as found
from staged_sheet as sheet
where not exists (
    select 1
    from staged_column as named
    where named.field in ('points', 'total')
);
