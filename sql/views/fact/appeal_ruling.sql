-- fact.appeal_ruling: what was ruled about an appeal, each ruling by itself.
-- grain: one row per contest_no, batch_no of a ruling in force
-- source: CONTRACTS "States" (appeal: admitted, decided, closed, refused); a decision of the kind
-- ruling, its value the number of the appeal, the ruling, and of a correction its batch

create or replace view fact.appeal_ruling as
with
ruling as (
    select
        contest_no,
        batch_no,
        value,
        if(fact.is_staff_of(contest_no), reason, null) as reason,
        if(fact.is_staff_of(contest_no), who, null) as who
    from fact.decision
    where kind = 'ruling' and not fact.is_own(contest_no, entry_no)
    union all
    select
        contest_no,
        batch_no,
        value,
        reason,
        null as who
    from fact.own_decision
    where kind = 'ruling'
)

select
    ruling.contest_no,
    ruling.batch_no,
    try_cast(split_part(ruling.value, ' ', 1) as integer) as appeal_batch_no,
    split_part(ruling.value, ' ', 2) as ruling,
    try_cast(split_part(ruling.value, ' ', 3) as integer) as correction_batch_no,
    ruling.reason,
    ruling.who,
    batch.recorded_at
from ruling
inner join ledger.batch as batch on batch.batch_no = ruling.batch_no;

comment on view fact.appeal_ruling is 'What was ruled about an appeal.';
comment on column fact.appeal_ruling.contest_no is 'Physical key of the contest.';
comment on column fact.appeal_ruling.batch_no is 'The act that recorded it.';
comment on column fact.appeal_ruling.appeal_batch_no is 'Number of the appeal.';
comment on column fact.appeal_ruling.ruling is
    'admitted, refused, upheld, rejected or corrected.';
comment on column fact.appeal_ruling.correction_batch_no is
    'The act that corrected the result; null: none.';
comment on column fact.appeal_ruling.reason is 'Why; null for everybody but staff and the own.';
comment on column fact.appeal_ruling.who is 'Who ruled; null for the public.';
comment on column fact.appeal_ruling.recorded_at is 'When, UTC.';
