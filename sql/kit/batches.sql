-- batches: the acts in force for the contest, and those they undo.

select
    batch.batch_no,
    batch.kind,
    batch.sheet_kind,
    batch.undoes_batch_no,
    strftime(timezone('UTC', batch.recorded_at), '%Y-%m-%dT%H:%M:%S.%fZ') as recorded_at,
    batch.sha256,
    visible.batch_no is not null as is_in_force
from ledger.batch as batch
left join fact.batch as visible
    on visible.contest_no = $contest_no
    and visible.batch_no = batch.batch_no
where
    visible.batch_no is not null
    or batch.batch_no in (
        select undo.undoes_batch_no
        from fact.batch as seen
        inner join ledger.batch as undo on undo.batch_no = seen.batch_no
        where seen.contest_no = $contest_no
    )
order by batch.batch_no
