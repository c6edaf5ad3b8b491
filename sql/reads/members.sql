-- members: the people of a contest who are marked, a row a person, for their links.

select entry, name, region_name, organisation
from mart.entries
where
    contest_no = $contest_no
    and is_expected
order by try_cast(entry as integer) nulls last, entry, name collate kk
