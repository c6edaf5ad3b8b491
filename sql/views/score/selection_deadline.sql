-- score.selection_deadline: every clock of a selection: from what day, until when, and when it was done.
-- grain: one row per contest_no, deadline, entry_no
-- source: rulebook CS-13, CS-16, CS-19, CS-27, CS-34, CS-36, CS-38; CS-Q10 (no limit is stated for
-- the proctor of the essay); by the reading that holds

create or replace view score.selection_deadline as
with
brought as (
    select
        standing.contest_no,
        standing.entry_no,
        standing.step,
        standing.reason,
        result.taken_at,
        result.checked_at,
        result.marked_at,
        result.hr_at
    from fact.selection_standing as standing
    left join score.selection_step_result as result
        on result.contest_no = standing.contest_no
        and result.entry_no = standing.entry_no
        and result.step = standing.step
    where
        standing.variant = 'default'
        and standing.step in ('application', 'pq', 'ability', 'essay')
),

taken as (
    select
        contest_no,
        entry_no,
        step,
        reason,
        if(
            step = 'ability',
            max(taken_at) over (partition by contest_no, step),
            taken_at
        )::date as taken_on,
        checked_at::date as checked_on,
        marked_at::date as marked_on,
        hr_at::date as hr_on
    from brought
),

hours as (
    select
        contest_no,
        entry_no,
        unnest([
            struct_pack(
                deadline := 'hr_check',
                is_there := step = 'application' and reason <> 'awaited',
                started_on := taken_on,
                done_on := hr_on
            ),
            struct_pack(
                deadline := step || '_proctor',
                is_there := step in ('pq', 'ability', 'essay')
                and reason not in (
                    'awaited', 'absent', 'withdrawn', 'excluded', 'part_missing',
                    'below_threshold', 'essay_late'
                ),
                started_on := taken_on,
                done_on := checked_on
            ),
            struct_pack(
                deadline := 'essay_marks',
                is_there := step = 'essay'
                and reason in ('marks_missing', 'passed', 'below_essay'),
                started_on := checked_on,
                done_on := if(reason = 'marks_missing', null, marked_on)
            )
        ]) as clock
    from taken
),

ended as (
    select
        outcome.contest_no,
        outcome.winner_no,
        unnest([
            struct_pack(
                deadline := 'protocol',
                is_there := outcome.result_on is not null,
                started_on := outcome.result_on,
                done_on := case
                    when protocol.is_signed
                        then timezone(ruleset.zone, protocol.signed_at::timestamptz)::date
                end,
                missing := if(
                    protocol.missing > 0, concat('signatures: ', protocol.missing), null
                )
            ),
            struct_pack(
                deadline := 'appointment',
                is_there := outcome.winner_no is not null and outcome.announced_on is not null,
                started_on := outcome.announced_on,
                done_on := outcome.appointed_on,
                missing := null::varchar
            ),
            struct_pack(
                deadline := 'documents',
                is_there := outcome.documents_due is not null,
                started_on := outcome.announced_on,
                done_on := outcome.documents_on,
                missing := outcome.documents_missing
            )
        ]) as clock
    from score.selection_outcome as outcome
    inner join score.selection_protocol as protocol on protocol.contest_no = outcome.contest_no
    inner join ref.ruleset as ruleset on ruleset.ruleset_hash = outcome.ruleset_hash
    where outcome.variant = 'default'
),

clock as (
    select
        contest_no,
        entry_no,
        clock.deadline as deadline,
        clock.started_on as started_on,
        clock.done_on as done_on,
        null::varchar as missing
    from hours
    where clock.is_there

    union all

    select
        contest_no,
        if(clock.deadline = 'protocol', null, winner_no) as entry_no,
        clock.deadline as deadline,
        clock.started_on as started_on,
        clock.done_on as done_on,
        clock.missing as missing
    from ended
    where clock.is_there
)

select
    clock.contest_no,
    contest.contest,
    contest.ruleset_hash,
    clock.entry_no,
    deadline.ord,
    deadline.step,
    clock.deadline,
    clock.started_on,
    deadline.days,
    deadline.unit,
    if(
        deadline.unit = 'calendar',
        clock.started_on + deadline.days,
        score.nth_working_day(clock.started_on, deadline.days)
    ) as due_on,
    clock.done_on,
    clock.missing
from clock
inner join fact.contest as contest on contest.contest_no = clock.contest_no
inner join ref.selection_deadline as deadline
    on deadline.ruleset_hash = contest.ruleset_hash
    and deadline.deadline = clock.deadline;

comment on view score.selection_deadline is 'Every clock of a selection.';
comment on column score.selection_deadline.contest_no is 'Physical key of the contest.';
comment on column score.selection_deadline.contest is 'Contest id.';
comment on column score.selection_deadline.ruleset_hash is 'Hash of the ruleset that holds.';
comment on column score.selection_deadline.entry_no is
    'Key of the candidate; null: the contest as a whole.';
comment on column score.selection_deadline.ord is 'Order of the deadlines.';
comment on column score.selection_deadline.step is 'Step of the ruleset.';
comment on column score.selection_deadline.deadline is
    'hr_check, pq_proctor, essay_marks, protocol, appointment, documents, ...';
comment on column score.selection_deadline.started_on is
    'Day of the event; the days begin after it.';
comment on column score.selection_deadline.days is 'Days; null: no limit is stated.';
comment on column score.selection_deadline.unit is 'working or calendar.';
comment on column score.selection_deadline.due_on is
    'Last day; null: no limit, or the event has no day.';
comment on column score.selection_deadline.done_on is 'Day it was done; null: not done.';
comment on column score.selection_deadline.missing is 'What is missing: signatures or documents.';
