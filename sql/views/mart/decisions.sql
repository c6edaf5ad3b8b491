-- mart.decisions: what was decided in each contest, by whom, when and why.
-- grain: one row per contest_no, batch_no, source_row in force; of a draw one per entry. What was
-- decided about the names of an entry stands again where the entry went on to (from_contest)
-- source: CONTRACTS "Decision kinds"; FEATURES 6 (a tie is an official act); who decided is for
-- staff, and so are penalties and what was decided about names. Appeals and conflicts of interest
-- have registers of their own

create or replace view mart.decisions as
with
passed as (
    select distinct
        passed.contest_no,
        passed.entry_no,
        passed.from_contest_no,
        passed.from_entry_no,
        passed.decided_batch_no,
        passed.decided_row,
        passed.naming
    from fact.passed_naming as passed
    inner join fact.batch as batch
        on batch.contest_no = passed.contest_no
        and batch.batch_no = passed.batch_no
),

decision as (
    select
        contest_no,
        entry_no,
        batch_no,
        contest_no as from_contest_no,
        null as from_entry_no,
        kind,
        value,
        who,
        reason,
        decided_at
    from fact.decision

    union all

    select
        passed.contest_no,
        passed.entry_no,
        passed.decided_batch_no as batch_no,
        passed.from_contest_no,
        passed.from_entry_no,
        'names' as kind,
        passed.naming as value,
        own.who,
        own.reason,
        own.decided_at
    from passed
    left join fact.decision as own  -- who and why are for staff of the contest it was decided in
        on own.contest_no = passed.from_contest_no
        and own.batch_no = passed.decided_batch_no
        and coalesce(own.source_row, 0) = passed.decided_row
        and fact.is_staff_of(own.contest_no)
)

select
    -- ids
    decision.contest_no,
    contest.contest,
    contest.programme,
    contest.season,
    contest.level,
    contest.region,
    contest.unit,
    decision.batch_no,
    entry.entry,
    entry.name,

    -- what
    decision.kind,
    if(decision.kind = 'ruleset', coalesce(ruleset.ruleset, decision.value), decision.value)
        as value,
    if(fact.is_staff_of(decision.contest_no), decision.who, null) as who,
    decision.reason,
    decision.decided_at,
    source.recorded_at as at,
    origin.contest as from_contest,
    origin.entry as from_entry
from decision
inner join fact.contest as contest on contest.contest_no = decision.contest_no
left join fact.source as source
    on source.contest_no = decision.from_contest_no
    and source.batch_no = decision.batch_no
left join fact.registered as origin
    on origin.contest_no = decision.from_contest_no
    and origin.entry_no = decision.from_entry_no
left join fact.entry as entry
    on entry.contest_no = decision.contest_no
    and entry.entry_no = decision.entry_no
left join ref.ruleset as ruleset
    on decision.kind = 'ruleset'
    and ruleset.ruleset_hash = decision.value
where
    decision.kind not in ('appeal', 'ruling', 'conflict', 'conflict_ruling', 'replacement')
    and (
        decision.kind not in ('penalty', 'names')
        or fact.is_staff_of(decision.contest_no)
    );

comment on view mart.decisions is 'What was decided in each contest, by whom, when and why.';
comment on column mart.decisions.contest_no is 'Physical key of the contest.';
comment on column mart.decisions.contest is 'Contest id.';
comment on column mart.decisions.programme is 'Programme.';
comment on column mart.decisions.season is 'Season.';
comment on column mart.decisions.level is 'college, oblast, republic or international.';
comment on column mart.decisions.region is 'ISO code of the scope.';
comment on column mart.decisions.unit is 'Skill, industry, profession or post.';
comment on column mart.decisions.batch_no is 'The act that recorded it.';
comment on column mart.decisions.entry is 'Entry it is about; null: the contest.';
comment on column mart.decisions.name is 'Name of that entry.';
comment on column mart.decisions.kind is
    'check, accept, lock, unlock, sign_off, reopen, tie, draw, reveal, workplace_draw, '
    'workplace_reveal, award, exclude, penalty, '
    'waiver, reading, ruleset, person_merge, person_split or erase.';
comment on column mart.decisions.value is 'What was decided, as the kind wants it.';
comment on column mart.decisions.who is 'Who decided; null for the public.';
comment on column mart.decisions.reason is 'Why.';
comment on column mart.decisions.decided_at is 'When, as the sheet says; null: when recorded.';
comment on column mart.decisions.at is
    'When it was recorded, UTC; null: in a contest the reader sees nothing of.';
comment on column mart.decisions.from_contest is
    'The contest where it was decided about the entry this one comes from; null: here.';
comment on column mart.decisions.from_entry is 'The entry there.';
