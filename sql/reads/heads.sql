-- heads: what the pages read of mart.heads.

select
    batch_no, "at", sha256, venue, venue_batch_no, venue_sha256, kind, sheet_kind, contest, actor,
    reason, undoes_batch_no
from mart.heads
order by batch_no desc
