-- appeals: what the pages read of mart.appeals.

select
    contest_no, contest, appeal, entry, name, about, reason, entered_by, lodged_at, closes_on,
    is_late, state, verdict, ruling_reason, ruled_by, ruled_at, correction_batch_no
from mart.appeals
order by appeal desc
