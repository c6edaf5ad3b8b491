-- near_header: a heading that is nearly a field; the page asks, the command line refuses.
-- kinds: all
-- source: CONTRACTS "Sheet formats" (only exact aliases and remembered mappings are taken)

select
    sheet.header_row as source_row,
    named.source_column,
    named.header as found,
    split_part(named.suggestion, ',', 1) as field,
    split_part(named.suggestion, ',', 1) as suggestion
from staged_column as named
cross join staged_sheet as sheet
where named.how = 'near'
order by named.source_column;
