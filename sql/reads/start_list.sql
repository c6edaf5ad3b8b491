-- start_list: who starts in a contest: its entries with everybody in them, by workplace if drawn.

with
starting as (
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
)

select
    starting.entry, starting.name, starting.region_name, starting.organisation, starting.is_guest,
    workplace.workplace, workplace.batch_no, workplace.reveal_batch_no, workplace.commitment,
    workplace.chain_sha256, workplace.seed, workplace.earlier_draws
from starting
left join mart.workplaces as workplace
    on workplace.contest_no = $contest_no
    and workplace.entry = starting.entry
order by workplace.workplace nulls last, try_cast(starting.entry as integer) nulls last,
    starting.entry
