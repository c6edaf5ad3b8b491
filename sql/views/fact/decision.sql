-- fact.decision: a recorded decision.
-- grain: one row per contest_no, batch_no, source_row; of a draw one per entry
-- source: CONTRACTS "Decision kinds"

create or replace view fact.decision as
select
    decision.contest_no,
    decision.batch_no,
    decision.entry_no,
    decision.kind,
    decision.subject,
    decision.value,
    decision.who,
    decision.reason,
    decision.decided_at,
    decision.source_sheet,
    decision.source_row,
    decision.source_column
from ledger.decision as decision
inner join fact.batch as batch
    on batch.contest_no = decision.contest_no
    and batch.batch_no = decision.batch_no;

comment on view fact.decision is 'A recorded decision.';
comment on column fact.decision.contest_no is 'Physical key of the contest.';
comment on column fact.decision.batch_no is 'The batch that brought the fact.';
comment on column fact.decision.entry_no is 'Key of the entry; null: the whole contest.';
comment on column fact.decision.kind is
    'check, accept, lock, unlock, sign_off, reopen, tie, draw, reveal, workplace_draw, '
    'workplace_reveal, award, exclude, penalty, conflict, conflict_ruling, replacement, '
    'waiver, appeal, ruling, reading, ruleset, person_merge, person_split or erase.';
comment on column fact.decision.subject is 'Contest, or contest/entry.';
comment on column fact.decision.value is 'What was decided.';
comment on column fact.decision.who is 'Who decided.';
comment on column fact.decision.reason is 'Why.';
comment on column fact.decision.decided_at is 'When, UTC.';
comment on column fact.decision.source_sheet is 'Sheet of the file.';
comment on column fact.decision.source_row is 'Row or line of the file.';
comment on column fact.decision.source_column is 'Column letter of the file.';
