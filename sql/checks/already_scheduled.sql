-- already_scheduled: a planned contest or an event that another sheet in force has brought.
-- kinds: schedule, events
-- source: CONTRACTS "Replace and repeat"

select
    plan.source_row,
    plan.source_column,
    plan.item as found,
    min(there.batch_no)::varchar as batch_no
from staged_plan as plan
cross join staged_sheet as sheet
inner join (
    select
        'schedule' as kind,
        contest,
        item,
        batch_no
    from fact.schedule_item

    union all

    select
        'events' as kind,
        contest,
        event as item,
        batch_no
    from fact.event
) as there
    on there.kind = sheet.kind
    and there.contest = plan.contest
    and there.item = plan.item
group by plan.source_row, plan.source_column, plan.item
order by plan.source_row;
