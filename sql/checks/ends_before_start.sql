-- ends_before_start: a contest or event whose last day is before its first.
-- kinds: contests, schedule, events
-- source: CONTRACTS "Sheet formats" (starts_on, ends_on)

select
    staged.source_row,
    named.source_column,
    raw.ends_on as found,
    staged.starts_on
from staged_span as staged
inner join staged_raw as raw on raw.source_row = staged.source_row
left join staged_column as named on named.field = 'ends_on'
where staged.ends_on < staged.starts_on
order by staged.source_row;
