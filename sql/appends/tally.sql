-- Snapshots the totals of the touched contests at this batch: numbers lie close together, so the
-- range prunes the scan, and the list picks inside it. One plan for all of them.
-- source: LEDGER "Tables" (whole-contest snapshots, with a head even of an empty contest)

insert into tally.entry_total
select
    tally.contest_no,
    getvariable('as_of')::integer as at_batch_no,
    tally.entry_no,
    tally.points_sum,
    tally.judge_count,
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
    tally.open_aspects
from score.entry_tally as tally
where
    tally.contest_no between $low and $high
    and list_contains($contests, tally.contest_no)
order by tally.contest_no, tally.entry_no;
