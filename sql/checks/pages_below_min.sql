-- pages_below_min: a work with fewer pages than the ruleset asks for; marking stays open.
-- kinds: works
-- source: rulebook BP-06

select
    work.source_row,
    named.source_column,
    work.pages::varchar as found,
    work.min_pages as minimum
from staged_work as work
left join staged_column as named on named.field = 'pages'
where work.pages < work.min_pages
order by work.source_row;
