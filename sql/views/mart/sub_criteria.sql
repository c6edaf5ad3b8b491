-- mart.sub_criteria: the state of each part of a contest: draft to locked.
-- grain: one row per contest_no, sub_criterion of the scheme, or criterion of the score sheets
-- source: rulebook WM-09 (draft, entered, checked, accepted, locked); names are for staff

create or replace view mart.sub_criteria as
with
sheet as (
    select
        mark.contest_no,
        aspect.sub_criterion,
        mark.batch_no
    from fact.mark as mark
    inner join fact.aspect as aspect
        on aspect.contest_no = mark.contest_no
        and aspect.aspect = mark.aspect
    group by mark.contest_no, aspect.sub_criterion, mark.batch_no

    union

    select
        score.contest_no,
        score.criterion as sub_criterion,
        score.batch_no
    from fact.score as score
    group by score.contest_no, score.criterion, score.batch_no
),

checked as (
    select
        sheet.contest_no,
        sheet.sub_criterion,
        bool_and(coalesce(eyes.is_seconded, false)) as is_checked
    from sheet
    left join score.sheet_check as eyes
        on eyes.contest_no = sheet.contest_no
        and eyes.batch_no = sheet.batch_no
    group by sheet.contest_no, sheet.sub_criterion
),

expected as (
    select
        contest_no,
        count(*) as entries
    from score.competitor
    where is_expected
    group by contest_no
),

accepted as (
    select
        acceptance.contest_no,
        acceptance.sub_criterion,
        count(*) as entries
    from score.acceptance as acceptance
    inner join score.competitor as competitor
        on competitor.contest_no = acceptance.contest_no
        and competitor.entry_no = acceptance.entry_no
        and competitor.is_expected
    group by acceptance.contest_no, acceptance.sub_criterion
)

select
    -- ids
    progress.contest_no,
    progress.contest,
    progress.sub_criterion,
    progress.sub_criterion_name,
    progress.day,

    -- state
    case
        when lock.is_locked then 'locked'
        when progress.missing > 0 or progress.rescore > 0 then 'draft'
        when not coalesce(checked.is_checked, false) then 'entered'
        when coalesce(accepted.entries, 0) < expected.entries then 'checked'
        else 'accepted'
    end as state,

    -- numbers
    coalesce(accepted.entries, 0) as accepted,
    coalesce(expected.entries, 0) as entries,

    -- who, why
    if(lock.is_locked, lock.who, null) as locked_by,
    if(not lock.is_locked, lock.who, null) as unlocked_by,
    lock.reason,
    lock.batch_no
from mart.marking_progress as progress
left join checked
    on checked.contest_no = progress.contest_no
    and checked.sub_criterion = progress.sub_criterion
left join expected on expected.contest_no = progress.contest_no
left join accepted
    on accepted.contest_no = progress.contest_no
    and accepted.sub_criterion = progress.sub_criterion
left join score.lock as lock
    on lock.contest_no = progress.contest_no
    and lock.sub_criterion = progress.sub_criterion;

comment on view mart.sub_criteria is 'The state of each part of a contest: draft to locked.';
comment on column mart.sub_criteria.contest_no is 'Physical key of the contest.';
comment on column mart.sub_criteria.contest is 'Contest id.';
comment on column mart.sub_criteria.sub_criterion is
    'Sub-criterion of the scheme, or criterion of the score sheets.';
comment on column mart.sub_criteria.sub_criterion_name is 'Its name as the scheme has it.';
comment on column mart.sub_criteria.day is 'Day of marking, as the scheme has it.';
comment on column mart.sub_criteria.state is
    'draft (marks missing or to be re-scored), entered, checked, accepted or locked.';
comment on column mart.sub_criteria.accepted is 'Entries whose marks an expert has accepted.';
comment on column mart.sub_criteria.entries is 'Entries that marks are expected from.';
comment on column mart.sub_criteria.locked_by is 'Who locked it; null: not locked, or the public.';
comment on column mart.sub_criteria.unlocked_by is 'Who unlocked it; null: locked, or never was.';
comment on column mart.sub_criteria.reason is 'Why it was locked or unlocked.';
comment on column mart.sub_criteria.batch_no is 'The act that locked or unlocked it.';
