-- batch_at: the newest batch that the reader sees and that was written by a moment; 0 before all.

select coalesce(max(batch_no), 0) as batch_no
from mart.heads
where "at" <= $moment::timestamptz
