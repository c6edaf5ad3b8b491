-- conflicts: what the pages read of mart.conflicts, open ones first.

select
    batch_no, entry, name, judge, successor, relation, state, declared_by, reason, declared_at,
    ruled_by, ruling_reason, ruled_at
from mart.conflicts
where contest_no = $contest_no
order by state <> 'open', batch_no, source_row
