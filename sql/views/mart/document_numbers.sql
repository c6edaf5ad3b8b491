-- mart.document_numbers: which contest a document is about, by its number or the hash of its file.
-- grain: one row per document; staff only
-- source: CONTRACTS "States" (document); the state itself is asked for the one contest

create or replace view mart.document_numbers as
select
    document,
    file_sha256,
    for_contest_no as contest_no
from fact.document;

comment on view mart.document_numbers is
    'Which contest a document is about, by its number or the hash of its file.';
comment on column mart.document_numbers.document is 'Number of the document.';
comment on column mart.document_numbers.file_sha256 is 'SHA-256 of the file as it was issued.';
comment on column mart.document_numbers.contest_no is 'Physical key of the contest.';
