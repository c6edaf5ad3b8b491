-- centre_without_region: neither the sheet nor the list of organisations says where a centre is.
-- kinds: centres
-- source: CONTRACTS "Views" (centre_readiness has a region)

select
    min(ready.source_row) as source_row,
    named.source_column,
    ready.organisation as found
from ready_centre_item as ready
left join staged_column as named on named.field = 'organisation'
where ready.region is null and ready.organisation is not null
group by ready.organisation, named.source_column
order by min(ready.source_row);
