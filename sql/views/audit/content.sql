-- audit.content: the hash of everything a batch brought.
-- grain: one row per batch_no
-- source: LEDGER "Writing"

create or replace view audit.content as
select
    batch_no,
    sum(row_count)::bigint as row_count,
    sha256(string_agg(concat_ws(chr(31), fact, digest), chr(10) order by fact)) as content_sha256
from audit.fact_digest
group by batch_no;

comment on view audit.content is 'The hash of everything a batch brought.';
comment on column audit.content.batch_no is 'The batch.';
comment on column audit.content.row_count is 'Rows of facts.';
comment on column audit.content.content_sha256 is 'SHA-256 over the digests by kind of fact.';
