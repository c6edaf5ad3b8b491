-- unknown_criterion: a column of a criterion that the contest does not have.
-- kinds: scores
-- source: CONTRACTS "Sheet formats" (a column is a criterion of the scheme or ruleset)

select
    sheet.header_row as source_row,
    named.source_column,
    named.header as found,
    (
        select string_agg(distinct known.criterion, ', ' order by known.criterion)
        from known_criterion as known
    ) as criteria
from staged_column as named
cross join staged_sheet as sheet
where named.how = 'foreign' and named.cells > 0
order by named.source_column;
