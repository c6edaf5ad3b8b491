-- late_application: an application received after the deadline.
-- kinds: participants
-- source: rulebook BP-03 (inclusive unless the ruleset says otherwise)

with
due as (
    select
        max(ruleset.due_on) as due_on,
        arg_max(ruleset.is_due_inclusive, ruleset.due_on) as is_inclusive
    from known_ruleset as known
    inner join ref.ruleset as ruleset on ruleset.ruleset_hash = known.ruleset_hash
    where known.programme = 'best-professionals'
)

select
    staged.source_row,
    named.source_column,
    raw.received_on as found,
    due.due_on
from staged
inner join staged_raw as raw on raw.source_row = staged.source_row
cross join due
left join staged_column as named on named.field = 'received_on'
where
    try_cast(staged.received_on as date) > due.due_on
    or (not due.is_inclusive and try_cast(staged.received_on as date) = due.due_on)
order by staged.source_row;
