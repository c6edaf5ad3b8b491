-- fact.arrival: when each batch came into this ledger, and where one from a venue was made.
-- grain: one row per batch_no inside the reader's horizon, for staff and public alike
-- source: DESIGN "time is one number": the moment of a number is when the ledger had it. A batch of a
-- venue was recorded there earlier, and came with its package

create or replace view fact.arrival as
select
    batch.batch_no,
    coalesce(merge.recorded_at, batch.recorded_at) as arrived_at,
    package.venue,
    origin.venue_batch_no,
    origin.venue_sha256
from ledger.batch as batch
left join ledger.venue_batch as origin on origin.batch_no = batch.batch_no
left join ledger.batch as merge on merge.batch_no = origin.merge_batch_no
left join ledger.merge as package on package.batch_no = origin.merge_batch_no
where
    getvariable('audience')::varchar in ('staff', 'public')
    and batch.batch_no <= getvariable('as_of')::integer;

comment on view fact.arrival is
    'When each batch came into this ledger, and where one from a venue was made.';
comment on column fact.arrival.batch_no is 'The batch.';
comment on column fact.arrival.arrived_at is 'When this ledger had it, UTC.';
comment on column fact.arrival.venue is 'The venue it was made at; null: here.';
comment on column fact.arrival.venue_batch_no is 'Its number there; null: made here.';
comment on column fact.arrival.venue_sha256 is 'Its hash there; null: made here.';
