-- mart.merges: packages of venues that were merged.
-- grain: one row per batch_no; staff only
-- source: docs/venue.md

create or replace view mart.merges as
select
    batch_no,
    venue,
    public_key,
    package_sha256,
    base_batch_no,
    head_batch_no,
    head_sha256,
    exported_at,
    batches,
    taken,
    actor,
    recorded_at as at
from fact.merge;

comment on view mart.merges is 'Packages of venues that were merged.';
comment on column mart.merges.batch_no is 'The act of merging.';
comment on column mart.merges.venue is 'What people call the venue.';
comment on column mart.merges.public_key is 'Key that signed the package, hexadecimal.';
comment on column mart.merges.package_sha256 is 'Hash of the package.';
comment on column mart.merges.base_batch_no is 'The last batch that both ledgers had.';
comment on column mart.merges.head_batch_no is
    'Newest batch of the package, as the venue numbers it.';
comment on column mart.merges.head_sha256 is 'Its hash there.';
comment on column mart.merges.exported_at is 'When it was packed by the clock of the venue, UTC.';
comment on column mart.merges.batches is 'New batches it brought.';
comment on column mart.merges.taken is
    'Contests that both sides had changed, and whose they are; null: none.';
comment on column mart.merges.actor is 'Who merged.';
comment on column mart.merges.at is 'When, UTC.';
