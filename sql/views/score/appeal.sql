-- score.appeal: an appeal with its clock, its state and what came of it.
-- grain: one row per contest_no, batch_no of fact.appeal
-- source: CONTRACTS "States", "Time and numbers" (N working days, the day of the event never
-- counts); the texts of the rulebook name no term (BP-Q12, VC-Q17, CS-Q17), so appeal_days of the
-- ruleset is a default. A late appeal is refused by the clock and can be nothing else

create or replace view score.appeal as
with
clock as (
    select
        appeal.contest_no,
        appeal.batch_no,
        appeal.entry_no,
        appeal.about,
        appeal.reason,
        appeal.who,
        appeal.lodged_at,
        appeal.recorded_at,
        appeal.published_at,
        ruleset.zone,
        score.nth_working_day(
            timezone(ruleset.zone, appeal.published_at)::date, ruleset.appeal_days
        ) as closes_on
    from fact.appeal as appeal
    inner join fact.contest as contest on contest.contest_no = appeal.contest_no
    inner join ref.ruleset as ruleset on ruleset.ruleset_hash = contest.ruleset_hash
),

ruled as (
    select
        contest_no,
        appeal_batch_no,
        max_by(ruling, batch_no) as ruling,
        max_by(ruling, batch_no) filter (ruling in ('upheld', 'rejected')) as verdict,
        max_by(reason, batch_no) filter (ruling <> 'corrected') as reason,
        max_by(who, batch_no) filter (ruling <> 'corrected') as who,
        max_by(recorded_at, batch_no) filter (ruling <> 'corrected') as recorded_at,
        max_by(correction_batch_no, batch_no) filter (ruling = 'corrected') as correction_batch_no
    from fact.appeal_ruling
    group by contest_no, appeal_batch_no
),

judged as (
    select
        clock.contest_no,
        clock.batch_no,
        clock.entry_no,
        clock.about,
        clock.reason,
        clock.who,
        clock.lodged_at,
        clock.recorded_at,
        clock.published_at,
        clock.closes_on,
        coalesce(timezone(clock.zone, clock.lodged_at)::date > clock.closes_on, false) as is_late,
        ruled.ruling,
        ruled.verdict,
        ruled.reason as ruling_reason,
        ruled.who as ruled_by,
        ruled.recorded_at as ruled_at,
        ruled.correction_batch_no
    from clock
    left join ruled
        on ruled.contest_no = clock.contest_no
        and ruled.appeal_batch_no = clock.batch_no
)

select
    -- ids
    contest_no,
    batch_no,
    entry_no,
    correction_batch_no,

    -- what
    about,
    reason,
    who,

    -- the clock
    lodged_at,
    recorded_at,
    published_at,
    closes_on,
    is_late,

    -- what came of it
    case
        when is_late or ruling = 'refused' then 'refused'
        when ruling is null then 'filed'
        when ruling = 'admitted' then 'admitted'
        when ruling = 'upheld' then 'decided'
        else 'closed'
    end as state,
    if(is_late, null, verdict) as verdict,
    ruling_reason,
    ruled_by,
    ruled_at
from judged;

comment on view score.appeal is 'An appeal with its clock, its state and what came of it.';
comment on column score.appeal.contest_no is 'Physical key of the contest.';
comment on column score.appeal.batch_no is 'Number of the appeal.';
comment on column score.appeal.entry_no is 'Key of the entry that appeals.';
comment on column score.appeal.correction_batch_no is 'The act that corrected; null: none.';
comment on column score.appeal.about is 'marks, sum, procedure, exclusion or other.';
comment on column score.appeal.reason is 'Its words; null for the public.';
comment on column score.appeal.who is 'Who entered it in the register; null for the public.';
comment on column score.appeal.lodged_at is 'When it was lodged, UTC.';
comment on column score.appeal.recorded_at is 'When it was entered in the register, UTC.';
comment on column score.appeal.published_at is 'When the result was published; null: not yet.';
comment on column score.appeal.closes_on is
    'Last day to lodge, in the zone of the ruleset; null: nothing is published yet.';
comment on column score.appeal.is_late is 'Lodged after that day.';
comment on column score.appeal.state is 'filed, admitted, decided, closed or refused.';
comment on column score.appeal.verdict is 'upheld or rejected; null: not decided.';
comment on column score.appeal.ruling_reason is 'Why it was ruled so; null for the public.';
comment on column score.appeal.ruled_by is 'Who ruled; null for the public.';
comment on column score.appeal.ruled_at is 'When the newest ruling was given, UTC.';
