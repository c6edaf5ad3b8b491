-- start_list: who starts in a contest: its entries with everybody in them.

select
    entry,
    string_agg(name, ', ' order by name collate kk) as name,
    string_agg(distinct region_name, ', ' order by region_name collate kk) as region_name,
    string_agg(distinct organisation, ', ' order by organisation collate kk) as organisation,
    bool_or(is_guest) as is_guest
from mart.entries
where
    contest_no = $contest_no
    and is_expected
group by entry
order by try_cast(entry as integer) nulls last, entry
