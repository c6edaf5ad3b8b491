-- Snapshots the totals of one contest at this batch.
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
where tally.contest_no = $contest_no
order by tally.entry_no;
