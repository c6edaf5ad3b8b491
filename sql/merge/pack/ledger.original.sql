-- The kept files of the venue's batches; those with personal data stay encrypted.

select
    original.file_sha256,
    original.is_encrypted,
    original.bytes
from ledger.original as original
semi join (
    select file_sha256
    from ledger.batch
    where batch_no > getvariable('base')::integer
) as made on made.file_sha256 = original.file_sha256
