-- Salts of the papers that the venue issued.

select
    document.document,
    document.salt
from private.document as document
semi join (
    select document
    from ledger.document
    where batch_no > getvariable('base')::integer
) as made on made.document = document.document
