-- audit.venue_digest: what each batch says of a merge: the package, what was taken from where, and
-- where a merged batch was made.
-- grain: one row per batch_no, fact
-- source: LEDGER "Writing"; written as in audit.fact_digest

create or replace view audit.venue_digest as
select
    batch_no,
    'merge' as fact,
    count(*) as row_count,
    sha256(string_agg(line, chr(10) order by line)) as digest
from (
    select
        batch_no,
        concat_ws(
            chr(31),
            contest_no,
            venue,
            public_key,
            package_sha256,
            base_batch_no,
            head_batch_no,
            head_sha256,
            epoch_us(exported_at)
        ) as line
    from ledger.merge
) as lines
group by batch_no

union all

select
    batch_no,
    'merge_take' as fact,
    count(*) as row_count,
    sha256(string_agg(line, chr(10) order by line)) as digest
from (
    select
        batch_no,
        concat_ws(chr(31), contest_no, taken) as line
    from ledger.merge_take
) as lines
group by batch_no

union all

select
    batch_no,
    'venue_batch' as fact,
    0 as row_count,
    sha256(string_agg(line, chr(10) order by line)) as digest
from (
    select
        batch_no,
        concat_ws(chr(31), contest_no, merge_batch_no, venue_batch_no, venue_sha256) as line
    from ledger.venue_batch
) as lines
group by batch_no;

comment on view audit.venue_digest is 'What each batch says of a merge, as one hash each.';
comment on column audit.venue_digest.batch_no is 'The batch.';
comment on column audit.venue_digest.fact is 'Table of the ledger.';
comment on column audit.venue_digest.row_count is 'Rows of facts; 0 for where a batch was made.';
comment on column audit.venue_digest.digest is 'SHA-256 over the rows.';
