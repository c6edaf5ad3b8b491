-- reveal: what the ceremony reads of mart.reveal, in the order in which it is called out.

select step, entry, name, region_name, organisation, award, place, total, scale, is_tied, is_group
from mart.reveal
where contest_no = $contest_no
order by step, name collate kk, entry
