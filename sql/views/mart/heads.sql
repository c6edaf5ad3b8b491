-- mart.heads: the chain as people read it: number, moment and hash of every batch; what was done
-- and by whom only where the reader sees the act.
-- grain: one row per batch_no inside the reader's horizon
-- source: DESIGN 4 (hash chain), 6 (Ledger); CONTRACTS "Views" (batches)

create or replace view mart.heads as
select
    -- ids
    head.batch_no,
    head.recorded_at as at,
    head.sha256,
    head.venue,
    head.venue_batch_no,
    head.venue_sha256,

    -- the act
    act.kind,
    act.sheet_kind,
    act.contest,
    act.actor,
    act.reason,
    act.undoes_batch_no
from fact.head as head
left join fact.act as act on act.batch_no = head.batch_no;

comment on view mart.heads is 'The chain: number, moment and hash of every batch.';
comment on column mart.heads.batch_no is '1, 2, 3, ... in the order they were written.';
comment on column mart.heads.at is 'When, UTC.';
comment on column mart.heads.sha256 is 'Hash of the chain up to here, 64 hexadecimal digits.';
comment on column mart.heads.venue is 'The venue it was made at; null: here.';
comment on column mart.heads.venue_batch_no is 'Its number there; null: made here.';
comment on column mart.heads.venue_sha256 is
    'Its hash there: what paper of the venue says; null: made here.';
comment on column mart.heads.kind is 'Kind of the act; null: the reader does not see the act.';
comment on column mart.heads.sheet_kind is 'Sheet format; null: no sheet, or not seen.';
comment on column mart.heads.contest is 'The contest chosen at upload; null: none, or not seen.';
comment on column mart.heads.actor is 'Who did it; null: not seen.';
comment on column mart.heads.reason is 'Why; null: not said, or not seen.';
comment on column mart.heads.undoes_batch_no is 'The batch it undid; null: none, or not seen.';
