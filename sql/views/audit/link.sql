-- audit.link: each batch as its hash covers it: the fields of its row in their order, and one
-- digest for each kind of fact it brought. No names, contacts, files or marks: only their digests.
-- grain: one row per batch_no
-- source: DESIGN 4 (each batch's hash covers its content and the hash before it); the order is that
-- of audit.batch_digest, and docs/verify_ledger.py recomputes it without this program

create or replace view audit.link as
select
    batch.batch_no,
    batch.batch_id::varchar as batch_id,
    batch.kind,
    batch.sheet_kind,
    batch.contest,
    batch.file_name,
    batch.file_sha256,
    batch.stored_sha256,
    batch.source_sheet,
    batch.ruleset_hash,
    batch.actor,
    batch.actor_role,
    epoch_us(batch.recorded_at) as recorded_at_us,
    batch.reason,
    batch.replaces_batch_no,
    batch.undoes_batch_no,
    batch.row_count,
    batch.content_sha256,
    batch.tally_sha256,
    batch.prev_sha256,
    batch.sha256,
    content.facts
from ledger.batch as batch
left join (
    select
        batch_no,
        list({'fact': fact, 'digest': digest} order by fact) as facts
    from audit.fact_digest
    group by batch_no
) as content on content.batch_no = batch.batch_no;

comment on view audit.link is 'Each batch as its hash covers it.';
comment on column audit.link.batch_no is '1, 2, 3, ... in the order they were written.';
comment on column audit.link.batch_id is 'A random id: nobody can guess content from a hash.';
comment on column audit.link.kind is 'sheet, contest, ruleset, decision, undo, publication, ...';
comment on column audit.link.sheet_kind is 'Sheet format; null: no sheet.';
comment on column audit.link.contest is 'The contest chosen at upload; null: none.';
comment on column audit.link.file_name is 'Name of the file; null: no file.';
comment on column audit.link.file_sha256 is 'Hash of the file as it came; null: no file.';
comment on column audit.link.stored_sha256 is 'Hash of the bytes as they are kept; null: no file.';
comment on column audit.link.source_sheet is 'Sheet of the workbook; null: none.';
comment on column audit.link.ruleset_hash is 'Hash of the ruleset; null: none.';
comment on column audit.link.actor is 'Who did it.';
comment on column audit.link.actor_role is 'In which role.';
comment on column audit.link.recorded_at_us is 'When, microseconds since 1970 UTC.';
comment on column audit.link.reason is 'Why; null: not said.';
comment on column audit.link.replaces_batch_no is 'The batch whose place it took; null: none.';
comment on column audit.link.undoes_batch_no is 'The batch it undid; null: none.';
comment on column audit.link.row_count is 'Rows of facts.';
comment on column audit.link.content_sha256 is 'Hash over the digests of its facts, as written.';
comment on column audit.link.tally_sha256 is 'Hash of the totals reckoned with it, as written.';
comment on column audit.link.prev_sha256 is 'Hash of the batch before it, as written.';
comment on column audit.link.sha256 is 'Its own hash, as written.';
comment on column audit.link.facts is 'Kind of fact and digest of its rows, as they stand now.';
