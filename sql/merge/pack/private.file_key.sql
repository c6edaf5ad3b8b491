-- The keys of those files; none where somebody in it was erased.

select
    file_key.file_sha256,
    file_key.key
from private.file_key as file_key
semi join (
    select file_sha256
    from ledger.batch
    where batch_no > getvariable('base')::integer
) as made on made.file_sha256 = file_key.file_sha256
