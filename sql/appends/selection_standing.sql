-- Snapshots how the candidates of the touched selections stand at this batch, by every reading.
-- source: LEDGER "Tables" (whole-contest snapshots)

insert into tally.selection_standing by name
select
    contest_no,
    getvariable('as_of')::integer as at_batch_no,
    variant,
    entry_no,
    step,
    status,
    reason,
    points,
    line,
    total,
    distance,
    place,
    number,
    missing,
    category,
    words,
    reliability,
    is_met
from score.selection_standing
where contest_no between $low and $high and list_contains($contests, contest_no)
order by contest_no, variant, entry_no, step;
