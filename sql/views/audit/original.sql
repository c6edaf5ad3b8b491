-- audit.original: the kept file of each batch and what its hash should be.
-- grain: one row per batch_no that came from a file
-- source: DESIGN 1 (a result sheet is kept with its original bytes and its hash)

create or replace view audit.original as
select
    batch.batch_no,
    batch.file_sha256,
    batch.stored_sha256,
    sha256(original.bytes) as actual_sha256,
    original.is_encrypted,
    original.bytes,
    file_key.key,
    batch.file_sha256 in (
        select former.file_sha256
        from ledger.batch as former
        inner join audit.erased as erased on erased.batch_no = former.batch_no
        where former.file_sha256 is not null
    ) as is_erased
from ledger.batch as batch
left join ledger.original as original on original.file_sha256 = batch.file_sha256
left join private.file_key as file_key on file_key.file_sha256 = batch.file_sha256
where batch.file_sha256 is not null;

comment on view audit.original is 'The kept file of each batch and what its hash should be.';
comment on column audit.original.batch_no is 'The batch.';
comment on column audit.original.file_sha256 is 'Hash of the file as it came.';
comment on column audit.original.stored_sha256 is 'Hash of the kept bytes, as written.';
comment on column audit.original.actual_sha256 is
    'Hash of the kept bytes, as they stand; null: missing.';
comment on column audit.original.is_encrypted is 'Holds personal data.';
comment on column audit.original.bytes is 'The kept bytes.';
comment on column audit.original.is_erased is 'An act of erasure destroyed the key.';
comment on column audit.original.key is 'The key of an encrypted file; null once destroyed.';
