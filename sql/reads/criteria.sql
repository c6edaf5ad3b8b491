-- criteria: what the pages read of mart.criteria about one entry.

select criterion, label, points, maximum, marks, marks_expected
from mart.criteria
where contest_no = $contest_no
    and entry = $entry
order by ord, criterion
