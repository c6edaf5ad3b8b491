-- What a board says of the order itself, kept with each snapshot: how far it is to the next better
-- place, how many are ranked, and whether every mark is there. A board then joins and sorts, no more.
-- Snapshots of former versions are completed here from their own rows; their hashes leave these
-- columns out. Only what DuckLake has too.

alter table tally.contest add column ranked integer;
alter table tally.contest add column is_complete boolean;  -- null: no entries
alter table tally.entry_total add column distance_to_next decimal(9, 3);

create temp table counted as
select
    contest_no,
    at_batch_no,
    count(place)::integer as ranked,
    bool_and(marks >= marks_expected and open_aspects = 0) as is_complete
from tally.entry_total
group by contest_no, at_batch_no;

create temp table compared as
select
    contest_no,
    at_batch_no,
    entry_no,
    min(order_key) over better - order_key as key_to_next
from (
    select
        contest_no,
        at_batch_no,
        entry_no,
        (points_sum * 1000)::bigint * (720720 // judge_count) as order_key
    from tally.entry_total
    where place is not null and points_sum is not null
) as placed
window better as (
    partition by contest_no, at_batch_no
    order by order_key desc
    range between unbounded preceding and 1 preceding
);

update tally.contest as head
set ranked = 0;

update tally.contest as head
set
    ranked = counted.ranked,
    is_complete = counted.is_complete
from counted
where
    counted.contest_no = head.contest_no
    and counted.at_batch_no = head.at_batch_no;

update tally.entry_total as total
set distance_to_next = ((2 * compared.key_to_next + 720720) // 1441440 * 0.001)::decimal(9, 3)
from compared
where
    compared.contest_no = total.contest_no
    and compared.at_batch_no = total.at_batch_no
    and compared.entry_no = total.entry_no;

drop table counted;
drop table compared;
