-- Appends issued documents; reads made_document, which the caller fills.
-- source: DESIGN 1 (time is one number); LEDGER "Tables" (contest 0 is never published; salts are
-- private)

insert into private.document
select
    document,
    salt
from made_document;

insert into ledger.document
select
    0 as contest_no,
    getvariable('as_of')::integer as batch_no,
    source_row,
    document,
    kind,
    lang,
    for_contest_no,
    entry_no,
    as_of_batch_no,
    statement_digest,
    file_sha256,
    issued_on,
    signature,
    public_key
from made_document;
