-- column_unused: a column with cells that means nothing to us.
-- kinds: all
-- source: DESIGN 2 (how a sheet was understood is shown)

select
    sheet.header_row as source_row,
    named.source_column,
    coalesce(nullif(named.header, ''), named.source_column) as found,
    named.cells
from staged_column as named
cross join staged_sheet as sheet
where named.how = 'none' and named.cells > 0
order by named.source_column;
