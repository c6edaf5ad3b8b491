-- double_column: two columns that mean the same thing about a record; the first is taken.
-- kinds: all
-- source: DESIGN 2 (how a sheet was understood is shown)

select
    sheet.header_row as source_row,
    named.source_column,
    named.header as found
from staged_column as named
cross join staged_sheet as sheet
where
    named.how = 'double'
    and named.cells > 0
    and named.suggestion not in (
        'points', 'mark', 'total', 'max_mark', 'scale_score', 'entry', 'aspect', 'contest'
    )
order by named.source_column;
