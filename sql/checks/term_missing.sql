-- term_missing: neither months nor a first day.
-- kinds: schedule, events
-- source: CONTRACTS "Sheet formats" (schedule: term or starts_on); an event may be stopped, repeat
-- itself or have no day yet, if the sheet says so (WS-E2, EV-05, EV-09)

select
    plan.source_row,
    named.source_column,
    null::varchar as found
from staged_plan as plan
inner join staged on staged.source_row = plan.source_row
left join staged_column as named on named.field = 'term'
where
    plan.first_month is null
    and plan.starts_on is null
    and not plan.has_excuse
    and not exists (
        select 1
        from staged_doubt as doubt
        where doubt.source_row = plan.source_row and doubt.field in ('term', 'starts_on')
    )
order by plan.source_row;
