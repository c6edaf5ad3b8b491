-- fact.own_decision: appeals of the participant who reads, and what was ruled, as of the newest batch.
-- grain: one row per contest_no, batch_no of an appeal or a ruling about the reader's own entry
-- source: rulebook BP-24; an appeal follows the publication and would show with the next one only

create or replace view fact.own_decision as
select
    decision.contest_no,
    decision.batch_no,
    decision.entry_no,
    decision.kind,
    decision.value,
    decision.reason,
    decision.decided_at
from ledger.decision as decision
inner join tally.span as span
    on span.contest_no = decision.contest_no
    and span.batch_no = decision.batch_no
where
    fact.is_own(decision.contest_no, decision.entry_no)
    and decision.kind in ('appeal', 'ruling')
    and getvariable('as_of')::integer between span.first_batch_no and span.last_batch_no;

comment on view fact.own_decision is 'Appeals of the participant who reads, and their rulings.';
comment on column fact.own_decision.contest_no is 'Physical key of the contest.';
comment on column fact.own_decision.batch_no is 'The act.';
comment on column fact.own_decision.entry_no is 'Key of the reader''s entry.';
comment on column fact.own_decision.kind is 'appeal or ruling.';
comment on column fact.own_decision.value is 'What it is about, or what was ruled.';
comment on column fact.own_decision.reason is 'Its words, or why it was ruled so.';
comment on column fact.own_decision.decided_at is 'When it was lodged, UTC.';
