-- Closes a batch: its row, its hash over content, totals and the batch before it.
-- source: DESIGN 4

insert into ledger.batch
with
draft as (
    select
        getvariable('as_of')::integer as batch_no,
        coalesce($batch_id::uuid, uuidv7()) as batch_id,
        $kind as kind,
        $sheet_kind as sheet_kind,
        $contest as contest,
        $file_name as file_name,
        $file_sha256 as file_sha256,
        $stored_sha256 as stored_sha256,
        getvariable('sheet')::varchar as source_sheet,
        $ruleset_hash as ruleset_hash,
        $actor as actor,
        $actor_role as actor_role,
        coalesce($recorded_at::timestamptz, now()) as recorded_at,
        $reason as reason,
        $replaces_batch_no::integer as replaces_batch_no,
        $undoes_batch_no::integer as undoes_batch_no,
        coalesce(content.row_count, 0) as row_count,
        coalesce(content.content_sha256, '') as content_sha256,
        coalesce(tally.tally_sha256, '') as tally_sha256,
        coalesce(previous.sha256, '') as prev_sha256
    from (select 1 as one) as always
    left join audit.content as content
        on content.batch_no = getvariable('as_of')::integer
    left join audit.tally as tally
        on tally.batch_no = getvariable('as_of')::integer
    left join ledger.batch as previous
        on previous.batch_no = getvariable('as_of')::integer - 1
)

select
    draft.batch_no,
    draft.batch_id,
    draft.kind,
    draft.sheet_kind,
    draft.contest,
    draft.file_name,
    draft.file_sha256,
    draft.stored_sha256,
    draft.source_sheet,
    draft.ruleset_hash,
    draft.actor,
    draft.actor_role,
    draft.recorded_at,
    draft.reason,
    draft.replaces_batch_no,
    draft.undoes_batch_no,
    draft.row_count,
    draft.content_sha256,
    draft.tally_sha256,
    draft.prev_sha256,
    audit.batch_digest(draft) as sha256
from draft;
