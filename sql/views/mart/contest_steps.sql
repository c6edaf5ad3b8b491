-- mart.contest_steps: the way of a contest to the public: each step, who did it, when, what is next.
-- grain: one row per contest_no, step of a contest that is no archive
-- source: CONTRACTS "States"; rulebook WM-09 (entered, checked), BP-16 (signed, then the winners are
-- stated), BP-17 (the jury decides). A later change of a fact voids later steps. Names are for staff

create or replace view mart.contest_steps as
with
sheet as (
    select
        contest_no,
        count(*) as sheets,
        count(*) filter (is_checked) as checked,
        count(*) filter (is_seconded) as seconded,
        string_agg(distinct entered_by, ', ' order by entered_by) as entered_by,
        max(entered_at) as entered_at,
        max(batch_no) as entered_batch_no,
        string_agg(distinct checked_by, ', ' order by checked_by) as checked_by,
        max(checked_at) as checked_at,
        max(check_batch_no) as check_batch_no
    from score.sheet_check
    group by contest_no
),

part as (
    select
        part.contest_no,
        count(*) as parts,
        count(*) filter (lock.is_locked) as locked,
        count(lock.sub_criterion) > 0 as is_locking,
        max_by(lock.who, lock.batch_no) filter (lock.is_locked) as locked_by,
        max(lock.batch_no) filter (lock.is_locked) as lock_batch_no
    from score.sub_criterion as part
    left join score.lock as lock
        on lock.contest_no = part.contest_no
        and lock.sub_criterion = part.sub_criterion
    group by part.contest_no
),

decision as (
    select
        contest_no,
        count(*) filter (kind = 'check') as checks,
        max_by(who, batch_no) filter (kind = 'sign_off') as signed_by,
        max_by(who, batch_no) filter (
            kind = 'award' or (kind = 'tie' and entry_no is null)
        ) as decided_by
    from fact.decision
    group by contest_no
),

-- what stands of each step, before their order is looked at
state as (
    select
        contest.contest_no,
        contest.contest,
        contest.region,
        stage.marks > 0 and stage.is_complete and stage.open_aspects = 0 as is_entered,
        coalesce(sheet.sheets, 0) as sheets,
        coalesce(sheet.checked, 0) as checked,
        coalesce(sheet.seconded, 0) as seconded,
        coalesce(decision.checks, 0) as checks,
        stage.is_signed,
        stage.is_decided,
        stage.is_published,
        stage.published_batch_no,
        stage.publication_batch_no,
        coalesce(ruleset.needs_award_decision, false) or stage.decided_batch_no is not null
            as needs_decision,
        stage.signed_batch_no,
        stage.decided_batch_no,
        sheet.entered_by,
        sheet.entered_at,
        sheet.entered_batch_no,
        sheet.checked_by,
        sheet.checked_at,
        sheet.check_batch_no,
        coalesce(part.is_locking, false) as is_locking,
        part.parts,
        part.locked,
        part.locked_by,
        part.lock_batch_no,
        locked.recorded_at as locked_at,
        if(fact.is_staff_of(contest.contest_no), decision.signed_by, null) as signed_by,
        if(fact.is_staff_of(contest.contest_no), decision.decided_by, null) as decided_by,
        signed.recorded_at as signed_at,
        decided.recorded_at as decided_at,
        published.actor as published_by,
        published.recorded_at as published_at
    from fact.contest as contest
    inner join score.contest_state as stage on stage.contest_no = contest.contest_no
    left join ref.ruleset as ruleset on ruleset.ruleset_hash = contest.ruleset_hash
    left join sheet on sheet.contest_no = contest.contest_no
    left join decision on decision.contest_no = contest.contest_no
    left join part on part.contest_no = contest.contest_no
    left join fact.source as locked
        on locked.contest_no = contest.contest_no
        and locked.batch_no = part.lock_batch_no
    left join fact.source as signed
        on signed.contest_no = contest.contest_no
        and signed.batch_no = stage.signed_batch_no
    left join fact.source as decided
        on decided.contest_no = contest.contest_no
        and decided.batch_no = stage.decided_batch_no
    left join fact.source as published
        on published.contest_no = contest.contest_no
        and published.batch_no = stage.publication_batch_no
    where not contest.is_archive
),

step as (
    select
        contest_no,
        contest,
        region,
        unnest([
            struct_pack(
                step_no := 1,
                step := 'entered',
                is_due := true,
                status := if(is_entered, 'done', 'open'),
                owner := 'expert',
                who := entered_by,
                recorded_at := entered_at,
                batch_no := entered_batch_no,
                number := sheets,
                expected := null::bigint
            ),
            struct_pack(
                step_no := 2,
                step := 'checked',
                is_due := true,
                status := case
                    when sheets > 0 and checked = sheets then 'done'
                    when is_signed and sheets > 0 and seconded = sheets then 'by_signature'
                    when is_signed then 'alone'
                    when checks > 0 and checked = 0 then 'void'
                    else 'open'
                end,
                owner := 'second_person',
                who := checked_by,
                recorded_at := checked_at,
                batch_no := check_batch_no,
                number := checked,
                expected := sheets
            ),
            struct_pack(
                step_no := 3,
                step := 'locked',
                is_due := is_locking,
                status := if(locked = parts, 'done', 'open'),
                owner := 'chief_expert',
                who := locked_by,
                recorded_at := locked_at,
                batch_no := lock_batch_no,
                number := locked,
                expected := parts
            ),
            struct_pack(
                step_no := 4,
                step := 'signed',
                is_due := true,
                status := case
                    when is_signed then 'done'
                    when signed_batch_no is not null then 'void'
                    else 'open'
                end,
                owner := 'chief_expert',
                who := signed_by,
                recorded_at := signed_at,
                batch_no := signed_batch_no,
                number := null::bigint,
                expected := null::bigint
            ),
            struct_pack(
                step_no := 5,
                step := 'decided',
                is_due := needs_decision,
                status := case
                    when decided_batch_no is null then 'open'
                    when is_decided then 'done'
                    else 'early'
                end,
                owner := 'jury',
                who := decided_by,
                recorded_at := decided_at,
                batch_no := decided_batch_no,
                number := null::bigint,
                expected := null::bigint
            ),
            struct_pack(
                step_no := 6,
                step := 'published',
                is_due := true,
                status := case
                    when published_batch_no is null then 'open'
                    when is_published then 'done'
                    else 'behind'
                end,
                owner := 'administrator',
                who := published_by,
                recorded_at := published_at,
                batch_no := publication_batch_no,
                number := null::bigint,
                expected := null::bigint
            )
        ]) as line
    from state
),

due as (
    select
        contest_no,
        contest,
        region,
        line.step_no as step_no,
        line.step as step,
        line.status as status,
        line.owner as owner,
        line.who as who,
        line.recorded_at as recorded_at,
        line.batch_no as batch_no,
        line.number as number,
        line.expected as expected
    from step
    where line.is_due
)

select
    -- ids
    contest_no,
    contest,
    region,
    step_no,
    step,
    batch_no,

    -- state
    status,
    owner,
    coalesce(
        step_no = min(step_no) filter (status in ('open', 'void', 'behind')) over of_contest, false
    ) as is_next,

    -- who, when
    who,
    recorded_at as at,

    -- numbers
    number,
    expected
from due
window of_contest as (partition by contest_no);

comment on view mart.contest_steps is
    'The way of a contest to the public: each step, who did it, when, what is next.';
comment on column mart.contest_steps.contest_no is 'Physical key of the contest.';
comment on column mart.contest_steps.contest is 'Contest id.';
comment on column mart.contest_steps.region is 'ISO code of the scope.';
comment on column mart.contest_steps.step_no is 'Order of the step, 1 first.';
comment on column mart.contest_steps.step is
    'entered, checked, locked (where parts are locked), signed, decided or published.';
comment on column mart.contest_steps.batch_no is 'The newest act of the step, holding or not.';
comment on column mart.contest_steps.status is
    'done; open; void (a later change); by_signature (the signature is the second person); '
    'alone (no second person is on record); early (decided before the signature, and holds); '
    'behind (published, and changed since).';
comment on column mart.contest_steps.owner is
    'Whose step: expert, second_person, chief_expert, jury or administrator.';
comment on column mart.contest_steps.is_next is 'The step that is waited for.';
comment on column mart.contest_steps.who is 'Who did it; null for the public, or nobody yet.';
comment on column mart.contest_steps.at is 'When, UTC; null: not yet.';
comment on column mart.contest_steps.number is
    'Sheets entered or checked, parts locked; null: of no meaning.';
comment on column mart.contest_steps.expected is
    'Sheets to be checked, parts to be locked; null: of no meaning.';
