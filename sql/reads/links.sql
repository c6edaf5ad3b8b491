-- links: the chain as it is exported, a batch a row.

select
    batch_no, batch_id, kind, sheet_kind, contest, file_name, file_sha256, stored_sha256,
    source_sheet, ruleset_hash, actor, actor_role, recorded_at_us, reason, replaces_batch_no,
    undoes_batch_no, row_count, content_sha256, tally_sha256, prev_sha256, sha256, facts
from audit.link
where batch_no <= getvariable('as_of')::integer
order by batch_no
