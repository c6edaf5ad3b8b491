-- penalties: what the pages read of mart.penalties.

select batch_no, entry, name, penalty, who, reason, "at"
from mart.penalties
where contest_no = $contest_no
order by batch_no, source_row, entry
