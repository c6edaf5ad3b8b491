-- list_acceptance: every aspect of every entry with its mark, for the expert of its region (WM-09).

with
who as (
    select
        entry,
        string_agg(name, ', ' order by name collate kk) as name,
        string_agg(distinct region_name, ', ' order by region_name collate kk) as region_name
    from mart.entries
    where
        contest_no = $contest_no
        and is_expected
    group by entry
)

select
    aspect.entry, who.name, who.region_name, aspect.sub_criterion, aspect.aspect, aspect.kind,
    aspect.description, aspect.max_mark, aspect.mark
from mart.aspects as aspect
inner join who on who.entry = aspect.entry
where aspect.contest_no = $contest_no
order by try_cast(aspect.entry as integer) nulls last, aspect.entry, aspect.sub_criterion,
    aspect.kind desc, try_cast(regexp_extract(aspect.aspect, '\d+$') as integer), aspect.aspect
