-- Snapshots the totals of the touched contests at this batch: numbers lie close together, so the
-- range prunes the scan, and the list picks inside it. One plan for all of them.
-- source: LEDGER "Tables" (whole-contest snapshots, with a head even of an empty contest)

insert into tally.entry_total by name
with
named as (
    select
        entry.contest_no,
        entry.entry_no,
        max(entry.batch_no) as entry_batch_no
    from ledger.entry_fact as entry
    inner join fact.batch as batch
        on batch.contest_no = entry.contest_no
        and batch.batch_no = entry.batch_no
    where entry.contest_no between $low and $high
    group by entry.contest_no, entry.entry_no
)

select
    tally.contest_no,
    getvariable('as_of')::integer as at_batch_no,
    tally.entry_no,
    registry.entry,
    row_number() over by_place as ord,
    tally.points_sum,
    tally.judge_count,
    tally.distance_to_next,
    tally.place,
    tally.is_tied,
    tally.tie_step,
    tally.tie_reason,
    tally.scale,
    tally.scale_method,
    tally.award,
    tally.decided_by,
    tally.marks,
    tally.marks_expected,
    tally.open_aspects,
    named.entry_batch_no
from score.entry_tally as tally
inner join ledger.entry as registry
    on registry.contest_no = tally.contest_no
    and registry.entry_no = tally.entry_no
left join named
    on named.contest_no = tally.contest_no
    and named.entry_no = tally.entry_no
where
    tally.contest_no between $low and $high
    and list_contains($contests, tally.contest_no)
window by_place as (
    partition by tally.contest_no
    order by
        tally.place nulls last,
        (tally.points_sum * 1000)::bigint * (720720 // tally.judge_count) desc nulls last,
        registry.entry
)
order by tally.contest_no, tally.entry_no;
