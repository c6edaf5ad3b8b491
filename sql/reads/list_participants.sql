-- list_participants: everybody who takes part in a contest, one by one.

select entry, name, region_name, organisation
from mart.entries
where
    contest_no = $contest_no
    and is_expected
    and name is not null
order by try_cast(entry as integer) nulls last, entry, name collate kk
