-- score.is_late: whether a form or a work came after the deadline of a ruleset.
-- source: rulebook BP-03, BP-04 (the last day counts to its end, in the zone of the ruleset,
-- unless the ruleset says otherwise)

create or replace macro score.is_late(hash, received_at) as (
    select received_at >= timezone(
        zone, (due_on + if(is_due_inclusive, 1, 0))::timestamp
    )
    from ref.ruleset
    where ruleset_hash = hash
);
