-- number_repeated: a number that a schedule has twice, or that is outside its numbers.
-- kinds: schedule
-- source: rulebook TC-C1 (numbers 1 to 13, each once)

select
    plan.source_row,
    named.source_column,
    plan.no::varchar as found,
    calendar.contests::varchar as contests
from staged_plan as plan
inner join ref.calendar as calendar on calendar.ruleset_hash = plan.ruleset_hash
left join staged_column as named on named.field = 'no'
where plan.level = 'republic'
qualify
    plan.no not between 1 and calendar.contests
    or row_number() over (
        partition by plan.programme, plan.season, plan.no order by plan.source_row
    ) > if(plan.no is null, 1000000, 1)
order by plan.source_row;
