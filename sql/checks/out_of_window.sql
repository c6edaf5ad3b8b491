-- out_of_window: days outside the months of the same row.
-- kinds: schedule, events
-- source: rulebook TC-C3

select
    plan.source_row,
    named.source_column,
    raw.starts_on as found,
    plan.term
from staged_plan as plan
inner join staged_raw as raw on raw.source_row = plan.source_row
left join staged_column as named on named.field = 'starts_on'
where
    plan.starts_on < plan.window_first
    or coalesce(plan.ends_on, plan.starts_on) > plan.window_last
order by plan.source_row;
