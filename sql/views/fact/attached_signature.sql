-- fact.attached_signature: the electronic signatures attached to documents, not taken back.
-- grain: one row per document, file_sha256; staff of the document's contest only
-- source: CONTRACTS "States" (document); undoing the batch that attached it takes it away

create or replace view fact.attached_signature as
select
    -- ids
    attached.document,
    attached.batch_no,
    attached.file_sha256,
    document.for_contest_no,

    -- the bytes that were signed
    document.file_sha256 as document_sha256,
    attached.document_sha384,
    attached.document_sha512,

    -- who attached it
    batch.actor,
    batch.recorded_at
from ledger.attached_signature as attached
inner join tally.span as span
    on span.contest_no = attached.contest_no
    and span.batch_no = attached.batch_no
    and getvariable('as_of')::integer between span.first_batch_no and span.last_batch_no
inner join fact.document as document on document.document = attached.document
inner join ledger.batch as batch on batch.batch_no = attached.batch_no;

comment on view fact.attached_signature is
    'The electronic signatures attached to documents, not taken back.';
comment on column fact.attached_signature.document is 'Number of the document.';
comment on column fact.attached_signature.batch_no is 'The batch that attached it.';
comment on column fact.attached_signature.file_sha256 is
    'SHA-256 of the signature in its binary form.';
comment on column fact.attached_signature.for_contest_no is
    'Physical key of the contest that the document is about.';
comment on column fact.attached_signature.document_sha256 is
    'SHA-256 of the document''s file as it was issued.';
comment on column fact.attached_signature.document_sha384 is
    'SHA-384 of that file; null: it could not be made again when the signature was attached.';
comment on column fact.attached_signature.document_sha512 is
    'SHA-512 of that file; null: as above.';
comment on column fact.attached_signature.actor is 'Who attached it.';
comment on column fact.attached_signature.recorded_at is 'When, UTC.';
