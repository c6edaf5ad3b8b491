-- Attaches one electronic signature to an issued document.
-- source: DESIGN 1 (facts are added, with their original bytes); CONTRACTS "States" (document)

insert into ledger.attached_signature
select
    0 as contest_no,
    getvariable('as_of')::integer as batch_no,
    $document as document,
    $file_sha256 as file_sha256,
    $document_sha384 as document_sha384,
    $document_sha512 as document_sha512;
