-- fact.head: the head of the chain after each batch: number, moment and hash, without what it says.
-- grain: one row per batch_no inside the reader's horizon, for staff and public alike
-- source: DESIGN 4 (each batch's hash covers its content and the hash before it); a hash tells
-- nothing of the content, because each batch has an id that nobody can guess

create or replace view fact.head as
select
    batch_no,
    recorded_at,
    sha256
from ledger.batch
where
    getvariable('audience')::varchar in ('staff', 'public')
    and batch_no <= getvariable('as_of')::integer;

comment on view fact.head is 'The head of the chain after each batch.';
comment on column fact.head.batch_no is '1, 2, 3, ... in the order they were written.';
comment on column fact.head.recorded_at is 'When it was written, UTC.';
comment on column fact.head.sha256 is 'Hash of the chain up to here, 64 hexadecimal digits.';
