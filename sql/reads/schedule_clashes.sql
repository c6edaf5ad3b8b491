-- schedule_clashes: what the pages read of mart.schedule_clashes.

select
    kind, reason, severity, first, second, second_name, region, person, note, starts_on, ends_on,
    days, working_days_left, is_certain
from mart.schedule_clashes
order by
    case severity when 'error' then 1 when 'warning' then 2 else 3 end,
    starts_on,
    kind,
    first,
    second,
    reason
