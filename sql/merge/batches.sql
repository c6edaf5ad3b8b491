-- The new batches of the package as they are written here, in their order. Reads merge_* and pack_*.

select
    merge_batch.centre_no as batch_no,
    packed.batch_no as venue_no,
    packed.sha256 as venue_sha256,
    packed.source_sheet,
    decided.kinds as decisions,
    packed.batch_id::varchar as batch_id,
    packed.kind,
    packed.sheet_kind,
    packed.contest,
    packed.file_name,
    packed.file_sha256,
    sha256(original.bytes) as stored_sha256,  -- the same file may have been kept here before
    packed.ruleset_hash,
    packed.actor,
    packed.actor_role,
    packed.recorded_at,
    packed.reason,
    coalesce(replaced.centre_no, packed.replaces_batch_no) as replaces_batch_no,
    coalesce(undone.centre_no, packed.undoes_batch_no) as undoes_batch_no
from pack_ledger_batch as packed
inner join merge_batch
    on merge_batch.venue_no = packed.batch_no
    and merge_batch.is_new
left join merge_batch as replaced on replaced.venue_no = packed.replaces_batch_no
left join merge_batch as undone on undone.venue_no = packed.undoes_batch_no
left join ledger.original as original on original.file_sha256 = packed.file_sha256
left join (
    select
        batch_no,
        list(distinct kind) as kinds
    from pack_ledger_decision
    group by batch_no
) as decided on decided.batch_no = packed.batch_no
order by merge_batch.centre_no
