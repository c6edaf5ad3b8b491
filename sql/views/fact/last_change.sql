-- fact.last_change: the newest act that changed what a contest is marked on.
-- grain: one row per contest_no
-- source: CONTRACTS "States" (a later change of a fact voids later states); fact.is_change

create or replace view fact.last_change as
select
    visible.contest_no,
    max(visible.batch_no) as batch_no,
    max_by(batch.recorded_at, visible.batch_no) as recorded_at
from fact.batch as visible
inner join ledger.batch as batch on batch.batch_no = visible.batch_no
left join ledger.batch as undone on undone.batch_no = batch.undoes_batch_no
where
    fact.is_change(
        coalesce(undone.kind, batch.kind), coalesce(undone.sheet_kind, batch.sheet_kind)
    )
group by visible.contest_no;

comment on view fact.last_change is 'The newest act that changed what a contest is marked on.';
comment on column fact.last_change.contest_no is 'Physical key of the contest.';
comment on column fact.last_change.batch_no is 'The batch.';
comment on column fact.last_change.recorded_at is 'When, UTC.';
