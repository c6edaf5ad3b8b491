-- term_backwards: months whose first comes after the last in the school year.
-- kinds: schedule, events
-- source: rulebook TC-C2 (first <= last)

select
    plan.source_row,
    named.source_column,
    plan.term as found,
    concat(plan.season, '–', plan.season + 1) as school_year
from staged_plan as plan
left join staged_column as named on named.field = 'term'
where plan.window_first > plan.window_last
order by plan.source_row;
