-- fact.merge: packages of venues that were merged.
-- grain: one row per batch_no inside the reader's horizon; staff only
-- source: docs/venue.md; who merged what, and whose the contests are that both sides had changed

create or replace view fact.merge as
with
brought as (
    select
        merge_batch_no,
        count(*)::integer as batches
    from ledger.venue_batch
    group by merge_batch_no
),

answered as (
    select
        take.batch_no,
        string_agg(
            concat(registry.contest, '=', take.taken), ', ' order by registry.contest
        ) as taken
    from ledger.merge_take as take
    inner join ledger.contest as registry on registry.contest_no = take.contest_no
    group by take.batch_no
)

select
    -- ids
    merge.batch_no,
    merge.venue,
    merge.public_key,
    merge.package_sha256,

    -- what
    merge.base_batch_no,
    merge.head_batch_no,
    merge.head_sha256,
    merge.exported_at,
    brought.batches,
    answered.taken,

    -- who, when
    batch.actor,
    batch.recorded_at
from ledger.merge as merge
inner join ledger.batch as batch on batch.batch_no = merge.batch_no
inner join brought on brought.merge_batch_no = merge.batch_no
left join answered on answered.batch_no = merge.batch_no
where
    getvariable('audience')::varchar = 'staff'
    and merge.batch_no <= getvariable('as_of')::integer;

comment on view fact.merge is 'Packages of venues that were merged.';
comment on column fact.merge.batch_no is 'The act of merging.';
comment on column fact.merge.venue is 'What people call the venue.';
comment on column fact.merge.public_key is 'Key that signed the package, hexadecimal.';
comment on column fact.merge.package_sha256 is 'Hash of the package.';
comment on column fact.merge.base_batch_no is 'The last batch that both ledgers had.';
comment on column fact.merge.head_batch_no is
    'Newest batch of the package, as the venue numbers it.';
comment on column fact.merge.head_sha256 is 'Its hash there.';
comment on column fact.merge.exported_at is 'When it was packed by the clock of the venue, UTC.';
comment on column fact.merge.batches is 'New batches it brought.';
comment on column fact.merge.taken is
    'Contests that both sides had changed, and whose they are; null: none.';
comment on column fact.merge.actor is 'Who merged.';
comment on column fact.merge.recorded_at is 'When, UTC.';
