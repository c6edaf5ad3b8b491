-- audit.batch: the chain: what each batch says it is, and what it should be.
-- grain: one row per batch_no
-- source: DESIGN 4 (each batch's hash covers its content and the hash before it)

create or replace view audit.batch as
select
    batch_no,
    content_sha256,
    tally_sha256,
    stored_sha256,
    file_sha256,
    prev_sha256,
    sha256,
    coalesce(lag(sha256) over by_number, '') as expected_prev_sha256,
    audit.batch_digest(batch) as expected_sha256
from ledger.batch as batch
window by_number as (order by batch_no);

comment on view audit.batch is 'The chain: what each batch says it is, and what it should be.';
comment on column audit.batch.batch_no is 'The batch.';
comment on column audit.batch.content_sha256 is 'Hash of its facts, as written.';
comment on column audit.batch.tally_sha256 is 'Hash of its totals, as written.';
comment on column audit.batch.stored_sha256 is 'Hash of the kept bytes of its file.';
comment on column audit.batch.file_sha256 is 'Hash of its file.';
comment on column audit.batch.prev_sha256 is 'Hash of the batch before it, as written.';
comment on column audit.batch.sha256 is 'Its own hash, as written.';
comment on column audit.batch.expected_prev_sha256 is 'Hash of the batch before it, as it stands.';
comment on column audit.batch.expected_sha256 is 'Its own hash, recomputed from its row.';
