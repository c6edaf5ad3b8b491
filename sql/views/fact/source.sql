-- fact.source: where the facts of a contest come from: the act, its file, its hash.
-- grain: one row per contest_no, batch_no in force
-- source: DESIGN 1 (a result sheet is a fact); the public is not told who uploaded

create or replace view fact.source as
select
    visible.contest_no,
    visible.batch_no,
    batch.kind,
    batch.file_name,
    batch.file_sha256,
    batch.sha256,
    batch.recorded_at,
    if(fact.is_staff_of(visible.contest_no), batch.actor, null) as actor
from fact.batch as visible
inner join ledger.batch as batch on batch.batch_no = visible.batch_no;

comment on view fact.source is 'Where the facts of a contest come from.';
comment on column fact.source.contest_no is 'Physical key of the contest.';
comment on column fact.source.batch_no is 'The act.';
comment on column fact.source.kind is 'Kind of act.';
comment on column fact.source.file_name is 'Name of the file; null: no file.';
comment on column fact.source.file_sha256 is 'SHA-256 of the bytes as they came.';
comment on column fact.source.sha256 is 'Hash of the act in the chain.';
comment on column fact.source.recorded_at is 'When, UTC.';
comment on column fact.source.actor is 'Who; null for the public.';
