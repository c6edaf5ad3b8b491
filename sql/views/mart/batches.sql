-- mart.batches: every act on the ledger: who, when, what, and whether it counts.
-- grain: one row per batch_no inside the reader's horizon; staff only
-- source: CONTRACTS "Views" (batches)

create or replace view mart.batches as
select
    batch_no,
    kind,
    contest,
    sheet_kind,
    source_sheet,
    file_name,
    actor,
    actor_role,
    recorded_at as at,
    reason,
    row_count as rows,
    contests,
    is_in_force as in_force,
    undone_by,
    replaced_by,
    replaces_batch_no,
    undoes_batch_no,
    has_file,
    sha256,
    venue,
    venue_batch_no
from fact.act;

comment on view mart.batches is 'Every act on the ledger.';
comment on column mart.batches.batch_no is '1, 2, 3, ... in the order they were written.';
comment on column mart.batches.kind is 'sheet, contest, ruleset, decision, undo, publication, ...';
comment on column mart.batches.contest is 'The contest chosen at upload.';
comment on column mart.batches.sheet_kind is 'Sheet format.';
comment on column mart.batches.source_sheet is 'Sheet of the workbook.';
comment on column mart.batches.file_name is 'Name of the file.';
comment on column mart.batches.actor is 'Who did it.';
comment on column mart.batches.actor_role is 'In which role.';
comment on column mart.batches.at is 'When, UTC.';
comment on column mart.batches.reason is 'Why.';
comment on column mart.batches.rows is 'Rows of facts.';
comment on column mart.batches.contests is 'Contests it touches.';
comment on column mart.batches.in_force is 'Counts, for at least one contest.';
comment on column mart.batches.undone_by is 'The undo that holds.';
comment on column mart.batches.replaced_by is 'The newest sheet that took its place somewhere.';
comment on column mart.batches.replaces_batch_no is 'The batch whose place it took.';
comment on column mart.batches.undoes_batch_no is 'The batch it undid.';
comment on column mart.batches.has_file is 'The original can be downloaded.';
comment on column mart.batches.sha256 is 'Hash of the chain up to here.';
comment on column mart.batches.venue is 'The venue it was made at; null: here.';
comment on column mart.batches.venue_batch_no is 'Its number there; null: made here.';
