-- own_appeals: the appeals of the participant who reads; those of others have no entry there.

select
    appeal, about, reason, lodged_at, closes_on, is_late, state, verdict, ruling_reason,
    correction_batch_no
from mart.appeals
where
    contest_no = $contest_no
    and entry is not null
order by appeal desc
