-- entries_of_contest: what the pages read of mart.entries.

select
    entry, name, region, region_name, organisation, is_guest, status, is_expected
from mart.entries
where contest_no = $contest_no
order by entry, name collate kk
