-- booked_late: a law test on the day it was booked: it is booked a calendar day before.
-- kinds: selection
-- source: rulebook CS-07 (CS-E05: calendar dates, not 24 hours)

with
local as (
    select
        result.contest,
        result.candidate,
        result.source_row,
        result.part,
        timezone(ruleset.zone, result.happened_at)::date as day,
        rule.test_lead_days
    from staged_result as result
    inner join ref.ruleset as ruleset on ruleset.ruleset_hash = result.ruleset_hash
    inner join ref.selection_rule as rule
        on rule.ruleset_hash = result.ruleset_hash
        and rule.variant = 'default'
    where result.step = 'law'
)

select
    request.source_row,
    (
        select named.source_column
        from staged_column as named
        where named.field = 'at'
    ) as source_column,
    request.day::varchar as found,
    min(test.day)::varchar as test
from local as request
inner join local as test
    on test.contest = request.contest
    and test.candidate = request.candidate
    and coalesce(test.part, '') <> 'request'
where request.part = 'request'
group by request.source_row, request.day, request.test_lead_days
having min(test.day) < request.day + request.test_lead_days
order by request.source_row;
