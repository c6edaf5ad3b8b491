-- audit.document_digest: what each batch holds of documents issued, taken back and signed, as one hash each.
-- grain: one row per batch_no, fact
-- source: LEDGER "Writing"; written as in audit.fact_digest

create or replace view audit.document_digest as
select
    batch_no,
    'document' as fact,
    count(*) as row_count,
    sha256(string_agg(line, chr(10) order by line)) as digest
from (
    select
        batch_no,
        concat_ws(
            chr(31),
            coalesce(contest_no::varchar, chr(26)),
            coalesce(source_row::varchar, chr(26)),
            coalesce(document::varchar, chr(26)),
            coalesce(kind::varchar, chr(26)),
            coalesce(lang::varchar, chr(26)),
            coalesce(for_contest_no::varchar, chr(26)),
            coalesce(entry_no::varchar, chr(26)),
            coalesce(as_of_batch_no::varchar, chr(26)),
            coalesce(statement_digest::varchar, chr(26)),
            coalesce(file_sha256::varchar, chr(26)),
            coalesce(issued_on::varchar, chr(26)),
            coalesce(signature::varchar, chr(26)),
            coalesce(public_key::varchar, chr(26))
        ) as line
    from ledger.document
) as lines
group by batch_no

union all

select
    batch_no,
    'revocation' as fact,
    count(*) as row_count,
    sha256(string_agg(line, chr(10) order by line)) as digest
from (
    select
        batch_no,
        concat_ws(
            chr(31),
            coalesce(contest_no::varchar, chr(26)),
            coalesce(document::varchar, chr(26))
        ) as line
    from ledger.revocation
) as lines
group by batch_no

union all

select
    batch_no,
    'attached_signature' as fact,
    count(*) as row_count,
    sha256(string_agg(line, chr(10) order by line)) as digest
from (
    select
        batch_no,
        concat_ws(
            chr(31),
            coalesce(contest_no::varchar, chr(26)),
            coalesce(document::varchar, chr(26)),
            coalesce(file_sha256::varchar, chr(26)),
            coalesce(document_sha384::varchar, chr(26)),
            coalesce(document_sha512::varchar, chr(26))
        ) as line
    from ledger.attached_signature
) as lines
group by batch_no;

comment on view audit.document_digest is
    'What each batch holds of documents issued, taken back and signed, as one hash each.';
comment on column audit.document_digest.batch_no is 'The batch.';
comment on column audit.document_digest.fact is 'Table of the ledger.';
comment on column audit.document_digest.row_count is 'Rows of facts.';
comment on column audit.document_digest.digest is 'SHA-256 over the rows.';
