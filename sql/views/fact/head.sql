-- fact.head: the head of the chain after each batch: number, moment and hash, without what it says.
-- grain: one row per batch_no inside the reader's horizon, for staff and public alike
-- source: DESIGN 4 (each batch's hash covers its content and the hash before it); a hash tells
-- nothing of the content, because each batch has an id that nobody can guess

create or replace view fact.head as
select
    batch.batch_no,
    batch.recorded_at,
    batch.sha256,
    package.venue,
    origin.venue_batch_no,
    origin.venue_sha256
from ledger.batch as batch
left join ledger.venue_batch as origin on origin.batch_no = batch.batch_no
left join ledger.merge as package on package.batch_no = origin.merge_batch_no
where
    getvariable('audience')::varchar in ('staff', 'public')
    and batch.batch_no <= getvariable('as_of')::integer;

comment on view fact.head is 'The head of the chain after each batch.';
comment on column fact.head.batch_no is '1, 2, 3, ... in the order they were written.';
comment on column fact.head.recorded_at is 'When it was written, UTC.';
comment on column fact.head.sha256 is 'Hash of the chain up to here, 64 hexadecimal digits.';
comment on column fact.head.venue is 'The venue it was made at; null: here.';
comment on column fact.head.venue_batch_no is 'Its number there; null: made here.';
comment on column fact.head.venue_sha256 is
    'Its hash there: what paper of the venue says; null: made here.';
