-- score.is_late: whether a form or a work came after a deadline.
-- source: rulebook BP-03, BP-04: due_on, is_due_inclusive and zone are columns of ref.ruleset; the
-- last day counts to its end in that zone, unless the ruleset says otherwise

create or replace macro score.is_late(due_on, is_due_inclusive, zone, received_at) as
    received_at >= timezone(zone, (due_on + if(is_due_inclusive, 1, 0))::timestamp_us);
