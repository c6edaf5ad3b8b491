-- badges: everybody who wears a badge at a contest: participants by entry, then experts.

with
worn as (
    select
        1 as part, 'participant' as role, entry, name, region_name, organisation, is_guest
    from mart.entries
    where
        contest_no = $contest_no
        and is_expected
        and name is not null
    union all
    select
        if(role = 'chief_expert', 2, 3) as part, role, null as entry, name, region_name,
        organisation, false as is_guest
    from mart.experts
    where
        contest_no = $contest_no
        and name is not null
)

select role, entry, name, region_name, organisation, is_guest
from worn
order by part, try_cast(entry as integer) nulls last, entry, role, name collate kk
