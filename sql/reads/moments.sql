-- moments: what the pages read of mart.moments.

select batch_no, "at", kind, sheet_kind, undoes_batch_no, actor
from mart.moments
where contest_no = $contest_no
order by batch_no desc
