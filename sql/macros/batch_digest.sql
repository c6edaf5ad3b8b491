-- audit.batch_digest: the hash of one batch, of its own row and so of its content and of the
-- batch before it.
-- source: DESIGN 4; null is chr(26), parted by chr(31)

create or replace macro audit.batch_digest(batch) as
    sha256(concat_ws(
        chr(31),
        batch.batch_no,
        batch.batch_id,
        batch.kind,
        coalesce(batch.sheet_kind, chr(26)),
        coalesce(batch.contest, chr(26)),
        coalesce(batch.file_name, chr(26)),
        coalesce(batch.file_sha256, chr(26)),
        coalesce(batch.stored_sha256, chr(26)),
        coalesce(batch.source_sheet, chr(26)),
        coalesce(batch.ruleset_hash, chr(26)),
        batch.actor,
        batch.actor_role,
        epoch_us(batch.recorded_at),
        coalesce(batch.reason, chr(26)),
        coalesce(batch.replaces_batch_no::varchar, chr(26)),
        coalesce(batch.undoes_batch_no::varchar, chr(26)),
        batch.row_count,
        batch.content_sha256,
        batch.tally_sha256,
        batch.prev_sha256
    ));
