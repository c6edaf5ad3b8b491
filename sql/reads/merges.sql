-- merges: what the pages read of mart.merges.

select batch_no, venue, public_key, batches, head_batch_no, taken, actor, "at"
from mart.merges
order by batch_no desc
