-- Snapshots the totals of the touched contests as they stood: for acts that change no total (a
-- signature, a publication, a paper). ``verify`` reckons them from the marks all the same.
-- source: LEDGER "Tables" (whole-contest snapshots, with a head even of an empty one)

insert into tally.entry_total by name
with
newest as (
    select
        contest_no,
        max(at_batch_no) as at_batch_no
    from tally.contest
    where
        contest_no between $low and $high
        and list_contains($contests, contest_no)
    group by contest_no
)

select
    total.contest_no,
    getvariable('as_of')::integer as at_batch_no,
    total.entry_no,
    total.entry,
    total.ord,
    total.points_sum,
    total.judge_count,
    total.distance_to_next,
    total.place,
    total.is_tied,
    total.tie_step,
    total.tie_reason,
    total.scale,
    total.scale_method,
    total.award,
    total.decided_by,
    total.marks,
    total.marks_expected,
    total.open_aspects,
    total.entry_batch_no
from tally.entry_total as total
inner join newest
    on newest.contest_no = total.contest_no
    and newest.at_batch_no = total.at_batch_no
order by total.contest_no, total.entry_no;
