-- schedule_incomplete: a republican schedule with fewer or more contests than it has industries.
-- kinds: schedule
-- source: rulebook TC-C1 (13 rows)

select
    max(plan.source_row) as source_row,
    any_value(named.source_column) as source_column,
    count(*)::varchar as found,
    any_value(calendar.contests)::varchar as contests
from staged_plan as plan
inner join ref.calendar as calendar on calendar.ruleset_hash = plan.ruleset_hash
left join staged_column as named on named.field = 'industry'
where plan.level = 'republic'
group by plan.programme, plan.season
having count(*) <> any_value(calendar.contests)
order by source_row;
