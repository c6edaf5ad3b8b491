-- fact.appeal_ruling: what was ruled about an appeal, each ruling by itself.
-- grain: one row per contest_no, batch_no of a ruling in force
-- source: CONTRACTS "States" (appeal: admitted, decided, closed, refused); a decision of the kind
-- ruling, its value the number of the appeal, the ruling, and of a correction its batch

create or replace view fact.appeal_ruling as
select
    decision.contest_no,
    decision.batch_no,
    try_cast(split_part(decision.value, ' ', 1) as integer) as appeal_batch_no,
    split_part(decision.value, ' ', 2) as ruling,
    try_cast(split_part(decision.value, ' ', 3) as integer) as correction_batch_no,
    if(fact.is_staff_of(decision.contest_no), decision.reason, null) as reason,
    if(fact.is_staff_of(decision.contest_no), decision.who, null) as who,
    batch.recorded_at
from fact.decision as decision
inner join ledger.batch as batch on batch.batch_no = decision.batch_no
where decision.kind = 'ruling';

comment on view fact.appeal_ruling is 'What was ruled about an appeal.';
comment on column fact.appeal_ruling.contest_no is 'Physical key of the contest.';
comment on column fact.appeal_ruling.batch_no is 'The act that recorded it.';
comment on column fact.appeal_ruling.appeal_batch_no is 'Number of the appeal.';
comment on column fact.appeal_ruling.ruling is
    'admitted, refused, upheld, rejected or corrected.';
comment on column fact.appeal_ruling.correction_batch_no is
    'The act that corrected the result; null: none.';
comment on column fact.appeal_ruling.reason is 'Why; null for the public.';
comment on column fact.appeal_ruling.who is 'Who ruled; null for the public.';
comment on column fact.appeal_ruling.recorded_at is 'When, UTC.';
