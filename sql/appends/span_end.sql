-- Ends the spans of what this batch takes out of force, just before it.
-- source: LEDGER "Tables" (force)

update tally.span as span
set last_batch_no = line.batch_no - 1
from ledger.force as line
where
    line.batch_no = getvariable('as_of')::integer
    and not line.is_in_force
    and span.contest_no = line.contest_no
    and span.batch_no = line.subject_batch_no
    and span.last_batch_no = 2147483647;
