-- outside_school_year: months, or days without months, outside the school year.
-- kinds: schedule, events
-- source: rulebook TC-C2 (the window lies inside 2022-09 to 2023-08)

select
    plan.source_row,
    named.source_column,
    coalesce(plan.term, raw.starts_on) as found,
    concat(plan.season, '–', plan.season + 1) as school_year
from staged_plan as plan
inner join staged_raw as raw on raw.source_row = plan.source_row
left join staged_column as named
    on named.field = if(plan.window_first is null, 'starts_on', 'term')
where
    plan.window_first <= plan.window_last is not false
    and (
        coalesce(plan.window_first, plan.starts_on) < make_date(plan.season, 9, 1)
        or coalesce(plan.window_last, plan.ends_on, plan.starts_on)
            > make_date(plan.season + 1, 8, 31)
    )
order by plan.source_row;
