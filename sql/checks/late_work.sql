-- late_work: a work that came after the deadline: registered, and not marked.
-- kinds: works
-- source: rulebook BP-03, BP-04

select
    work.source_row,
    named.source_column,
    strftime(timezone(work.zone, work.received), '%Y-%m-%d %H:%M') as found,
    work.due_on
from staged_work as work
left join staged_column as named on named.field = 'received_at'
where score.is_late(work.due_on, work.is_due_inclusive, work.zone, work.received)
order by work.source_row;
