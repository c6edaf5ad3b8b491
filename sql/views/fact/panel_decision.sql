-- fact.panel_decision: what was declared and decided about those who judge, name by name.
-- grain: one row per contest_no, batch_no, source_row; staff of the contest only
-- source: CONTRACTS "Decision kinds"; rulebook WM-07 (who does not mark, and who stands in). The
-- value begins with the number of the judge, so that no name stands in the chain

create or replace view fact.panel_decision as
select
    -- ids
    decision.contest_no,
    decision.batch_no,
    decision.source_row,
    decision.entry_no,
    try_cast(split_part(decision.value, ' ', 1) as integer) as judge_no,
    if(
        decision.kind = 'replacement',
        try_cast(split_part(decision.value, ' ', 2) as integer),
        null
    ) as successor_no,

    -- what
    decision.kind,
    if(decision.kind = 'replacement', 'replaced', split_part(decision.value, ' ', 2)) as word,

    -- who, when, why
    decision.who,
    decision.reason,
    batch.recorded_at
from fact.decision as decision
left join ledger.batch as batch on batch.batch_no = decision.batch_no
where
    decision.kind in ('conflict', 'conflict_ruling', 'replacement')
    and fact.is_staff_of(decision.contest_no);

comment on view fact.panel_decision is 'What was declared and decided about those who judge.';
comment on column fact.panel_decision.contest_no is 'Physical key of the contest.';
comment on column fact.panel_decision.batch_no is 'The act that recorded it.';
comment on column fact.panel_decision.source_row is 'Row of a sheet of decisions; null: by hand.';
comment on column fact.panel_decision.entry_no is 'The entry it is about; null: the contest.';
comment on column fact.panel_decision.judge_no is 'The judge it is about.';
comment on column fact.panel_decision.successor_no is 'Who takes over; null: no replacement.';
comment on column fact.panel_decision.kind is 'conflict, conflict_ruling or replacement.';
comment on column fact.panel_decision.word is
    'The relation that was declared, aside or kept, or replaced.';
comment on column fact.panel_decision.who is 'Who declared or decided.';
comment on column fact.panel_decision.reason is 'Why.';
comment on column fact.panel_decision.recorded_at is 'When, UTC; null: being written.';
