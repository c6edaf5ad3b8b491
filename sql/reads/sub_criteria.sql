-- sub_criteria: what the pages read of mart.sub_criteria.

select
    sub_criterion, sub_criterion_name, day, state, accepted, entries, locked_by, unlocked_by,
    reason, batch_no
from mart.sub_criteria
where contest_no = $contest_no
order by sub_criterion
