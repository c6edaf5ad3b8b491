-- tie_record: what the pages read of mart.tie_record.

select
    place, step, entry, name, batch_no, kind, rule, criterion, label, points, words, is_left,
    outcome
from mart.tie_record
where contest_no = $contest_no
order by place, step, entry
