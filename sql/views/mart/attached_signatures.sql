-- mart.attached_signatures: the electronic signatures attached to documents, to be read by Python,
-- which alone can open them.
-- grain: one row per document, batch_no; staff of the document's contest only
-- source: CONTRACTS "States" (document)

create or replace view mart.attached_signatures as
select
    -- ids
    document,
    batch_no,
    file_sha256,
    for_contest_no as contest_no,

    -- the bytes that were signed
    document_sha256,
    document_sha384,
    document_sha512,

    -- who attached it
    actor,
    recorded_at as attached_at
from fact.attached_signature;

comment on view mart.attached_signatures is
    'The electronic signatures attached to documents, not taken back.';
comment on column mart.attached_signatures.document is 'Number of the document.';
comment on column mart.attached_signatures.batch_no is 'The batch that attached it.';
comment on column mart.attached_signatures.file_sha256 is
    'SHA-256 of the signature in its binary form.';
comment on column mart.attached_signatures.contest_no is
    'Physical key of the contest that the document is about.';
comment on column mart.attached_signatures.document_sha256 is
    'SHA-256 of the document''s file as it was issued.';
comment on column mart.attached_signatures.document_sha384 is
    'SHA-384 of that file; null: it could not be made again when the signature was attached.';
comment on column mart.attached_signatures.document_sha512 is
    'SHA-512 of that file; null: as above.';
comment on column mart.attached_signatures.actor is 'Who attached it.';
comment on column mart.attached_signatures.attached_at is 'When, UTC.';
