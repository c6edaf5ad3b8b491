-- heads: what the pages read of mart.heads.

select batch_no, "at", sha256, kind, sheet_kind, contest, actor, reason, undoes_batch_no
from mart.heads
order by batch_no desc
