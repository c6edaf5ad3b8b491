-- experts: what the pages read of mart.experts.

select
    name, role, region, region_name, organisation, conflict
from mart.experts
where contest_no = $contest_no
order by role, name collate kk
