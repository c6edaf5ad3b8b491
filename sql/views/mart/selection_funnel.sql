-- mart.selection_funnel: how many candidates each step of a selection has, and where its line is; staff only.
-- grain: one row per contest_no, step
-- source: rulebook C5 (funnel by step, line of the cut), CS-31 (minutes of the interviews)

create or replace view mart.selection_funnel as
with
counted as (
    select
        contest_no,
        step,
        count(*)::integer as entered,
        count(*) filter (status = 'in')::integer as passed,
        count(*) filter (status = 'out')::integer as failed,
        count(*) filter (status = 'waiting')::integer as waiting,
        count(*) filter (status = 'absent')::integer as absent,
        max(line) as line,
        max(number) filter (step in ('ability', 'interview', 'result')) as number,
        count(*) filter (
            reason not in ('beyond_three', 'cut_open', 'excluded')
        )::integer as invited,
        max(points) as best
    from fact.selection_standing
    where variant = 'default'
    group by contest_no, step
),

clocked as (
    select
        contest_no,
        step,
        max(due_on) as due_on,
        count(*) filter (done_on is null)::integer as undone
    from score.selection_deadline
    group by contest_no, step
)

select
    -- ids
    contest.contest_no,
    contest.contest,
    step.step,
    step.ord as step_no,
    case getvariable('lang')::varchar
        when 'ru' then step.label_ru
        when 'en' then step.label_en
        else step.label_kk
    end as step_name,

    -- numbers
    coalesce(counted.entered, 0) as entered,
    coalesce(counted.passed, 0) as "in",
    coalesce(counted.failed, 0) as "out",
    coalesce(counted.waiting, 0) as waiting,
    coalesce(counted.absent, 0) as absent,
    counted.number,
    counted.line,
    counted.best,
    if(step.step = 'interview', counted.invited * slot.max_points, null)::integer as minutes,

    -- clocks
    clocked.due_on,
    coalesce(clocked.undone, 0) as undone,
    step.rule
from fact.contest as contest
inner join ref.selection_step as step on step.ruleset_hash = contest.ruleset_hash
left join counted
    on counted.contest_no = contest.contest_no
    and counted.step = step.step
left join clocked
    on clocked.contest_no = contest.contest_no
    and clocked.step = step.step
left join ref.selection_part as slot
    on slot.ruleset_hash = contest.ruleset_hash
    and slot.part = 'slot'
where fact.is_staff_of(contest.contest_no);

comment on view mart.selection_funnel is
    'How many candidates each step has, and where its line is; staff only.';
comment on column mart.selection_funnel.contest_no is 'Physical key of the contest.';
comment on column mart.selection_funnel.contest is 'Contest id.';
comment on column mart.selection_funnel.step is 'Step of the ruleset.';
comment on column mart.selection_funnel.step_no is 'Number of the step, 1 to 10.';
comment on column mart.selection_funnel.step_name is 'Name of the step in the reader language.';
comment on column mart.selection_funnel.entered is 'Candidates who reached the step.';
comment on column mart.selection_funnel."in" is 'Candidates who passed it.';
comment on column mart.selection_funnel."out" is 'Candidates it stopped.';
comment on column mart.selection_funnel.waiting is 'Candidates whose result is not there yet.';
comment on column mart.selection_funnel.absent is 'Candidates who did not appear.';
comment on column mart.selection_funnel.number is 'Places of the cut.';
comment on column mart.selection_funnel.line is
    'Points of the threshold or of the last place that goes on.';
comment on column mart.selection_funnel.best is 'Best points of the step.';
comment on column mart.selection_funnel.minutes is 'Minutes that the interviews take at most.';
comment on column mart.selection_funnel.due_on is 'Last day of its clocks.';
comment on column mart.selection_funnel.undone is 'Clocks that run.';
comment on column mart.selection_funnel.rule is 'Rule id of the rulebook.';
