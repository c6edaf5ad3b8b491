-- batches: what the pages read of mart.batches.

select
    batch_no, kind, contest, sheet_kind, source_sheet, file_name, actor, actor_role,
    "at", reason, rows,
    contests, in_force, undone_by, replaced_by, replaces_batch_no, undoes_batch_no,
    has_file, sha256, venue, venue_batch_no
from mart.batches
order by batch_no desc
