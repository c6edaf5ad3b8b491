-- Electronic signatures made elsewhere and attached to issued documents. Their bytes are among the
-- originals of the batch, encrypted: a certificate names a person and the person's number.
-- Only what DuckLake has too.

create table ledger.attached_signature (
    contest_no integer not null,     -- always 0: as the documents
    batch_no integer not null,
    document varchar not null,       -- number of the document
    file_sha256 varchar not null,    -- of the signature in its binary form
    document_sha384 varchar,         -- of the file as it was issued, for signatures of that digest
    document_sha512 varchar          -- null: the file could not be made again when it was attached
);
