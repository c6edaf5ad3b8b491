-- issuable: what the pages and papers read of mart.issuable.

select
    contest_no, contest, kind, entry_no, entry, name, region, region_name, organisation, members,
    award, statement
from mart.issuable
where contest_no = $contest_no
order by kind, name collate kk nulls first, entry
