-- fact.appeal: an appeal as it was lodged, and the publication whose window it was lodged in.
-- grain: one row per contest_no, batch_no of an appeal in force
-- source: CONTRACTS "States" (appeal: filed, ...); an appeal is a decision of the kind appeal; who
-- lodged it and its words are for staff, the words also for the participant whose own it is. Of
-- publications the newest before it counts

create or replace view fact.appeal as
with
published as (
    select
        span.contest_no,
        span.batch_no,
        batch.recorded_at
    from tally.span as span
    inner join ledger.batch as batch on batch.batch_no = span.batch_no
    where
        span.published_batch_no is not null
        and getvariable('as_of')::integer between span.first_batch_no and span.last_batch_no
),

lodged as (
    select
        contest_no,
        batch_no,
        entry_no,
        value as about,
        who,
        reason,
        try_cast(decided_at as timestamptz) as lodged_at
    from fact.decision
    where
        kind = 'appeal'
        and entry_no is not null
        and not fact.is_own(contest_no, entry_no)
    union all
    select
        contest_no,
        batch_no,
        entry_no,
        value as about,
        null as who,
        reason,
        try_cast(decided_at as timestamptz) as lodged_at
    from fact.own_decision
    where kind = 'appeal'
)

select
    -- ids
    lodged.contest_no,
    lodged.batch_no,
    lodged.entry_no,

    -- what
    lodged.about,
    if(
        fact.is_staff_of(lodged.contest_no) or fact.is_own(lodged.contest_no, lodged.entry_no),
        lodged.reason,
        null
    ) as reason,
    if(fact.is_staff_of(lodged.contest_no), lodged.who, null) as who,

    -- when
    lodged.lodged_at,
    batch.recorded_at,
    max(published.recorded_at) as published_at
from lodged
inner join ledger.batch as batch on batch.batch_no = lodged.batch_no
left join published
    on published.contest_no = lodged.contest_no
    and published.recorded_at <= lodged.lodged_at
group by all;

comment on view fact.appeal is 'An appeal as it was lodged.';
comment on column fact.appeal.contest_no is 'Physical key of the contest.';
comment on column fact.appeal.batch_no is 'The act that recorded it: the number of the appeal.';
comment on column fact.appeal.entry_no is 'Key of the entry that appeals.';
comment on column fact.appeal.about is 'marks, sum, procedure, exclusion or other.';
comment on column fact.appeal.reason is 'Its words; null for everybody but staff and the own.';
comment on column fact.appeal.who is 'Who entered it in the register; null for the public.';
comment on column fact.appeal.lodged_at is 'When it was lodged, UTC.';
comment on column fact.appeal.recorded_at is 'When it was entered in the register, UTC.';
comment on column fact.appeal.published_at is
    'When the result it is about was published, UTC; null: before any publication.';
