-- How the entries of each contest stand at the venue's head: the office must reckon the same.

select
    total.contest_no,
    total.entry_no,
    total.points_sum,
    total.judge_count,
    total.place,
    total.scale,
    total.award
from fact.entry_total as total
semi join (
    select contest_no
    from ledger.force
    where batch_no > getvariable('base')::integer
) as changed on changed.contest_no = total.contest_no
