-- mart.selection_deadlines: the deadlines of a selection, each with its clock; staff only.
-- grain: one row per contest_no, deadline, entry_no
-- source: rulebook CS-13, CS-16, CS-19, CS-27, CS-34, CS-36, CS-38, CS-Q10

create or replace view mart.selection_deadlines as
with
dated as (
    select
        deadline.contest_no,
        deadline.contest,
        deadline.entry_no,
        deadline.ord,
        deadline.step,
        deadline.deadline,
        deadline.started_on,
        deadline.days,
        deadline.unit,
        deadline.due_on,
        deadline.done_on,
        deadline.missing,
        deadline.ruleset_hash,
        timezone(ruleset.zone, getvariable('moment')::timestamptz)::date as today
    from score.selection_deadline as deadline
    inner join ref.ruleset as ruleset on ruleset.ruleset_hash = deadline.ruleset_hash
)

select
    -- ids
    dated.contest_no,
    dated.contest,
    dated.step,
    dated.deadline,
    case getvariable('lang')::varchar
        when 'ru' then named.label_ru
        when 'en' then named.label_en
        else named.label_kk
    end as deadline_name,
    registry.entry as candidate,

    -- days
    dated.started_on,
    dated.days,
    dated.unit,
    dated.due_on,
    dated.done_on,
    case
        when dated.done_on is null and dated.due_on >= dated.today
            then if(
                dated.unit = 'calendar',
                dated.due_on - dated.today,
                score.working_days(dated.today + 1, dated.due_on)
            )
    end::integer as days_left,

    -- words
    case
        when dated.done_on > dated.due_on then 'late'
        when dated.done_on is not null then 'done'
        when dated.started_on is null then 'undated'
        when dated.days is null then 'waiting'
        when dated.due_on < dated.today then 'overdue'
        else 'open'
    end as status,
    dated.missing,
    named.rule,
    dated.ord
from dated
inner join ref.selection_deadline as named
    on named.ruleset_hash = dated.ruleset_hash
    and named.deadline = dated.deadline
left join fact.entry as registry
    on registry.contest_no = dated.contest_no
    and registry.entry_no = dated.entry_no
where fact.is_staff_of(dated.contest_no);

comment on view mart.selection_deadlines is
    'The deadlines of a selection, each with its clock; staff only.';
comment on column mart.selection_deadlines.contest_no is 'Physical key of the contest.';
comment on column mart.selection_deadlines.contest is 'Contest id.';
comment on column mart.selection_deadlines.step is 'Step of the ruleset.';
comment on column mart.selection_deadlines.deadline is
    'hr_check, pq_proctor, essay_marks, protocol, appointment, documents, ...';
comment on column mart.selection_deadlines.deadline_name is
    'Name of the deadline in the reader language.';
comment on column mart.selection_deadlines.candidate is
    'Personal number; null: the contest as a whole.';
comment on column mart.selection_deadlines.started_on is
    'Day of the event; the days begin after it.';
comment on column mart.selection_deadlines.days is 'Days; null: no limit is stated.';
comment on column mart.selection_deadlines.unit is 'working or calendar.';
comment on column mart.selection_deadlines.due_on is 'Last day.';
comment on column mart.selection_deadlines.done_on is 'Day it was done.';
comment on column mart.selection_deadlines.days_left is
    'Days left after today, of the unit; null: done, over, or without limit.';
comment on column mart.selection_deadlines.status is
    'done, late, open, overdue, waiting (no limit) or undated.';
comment on column mart.selection_deadlines.missing is 'What is missing: signatures or documents.';
comment on column mart.selection_deadlines.rule is 'Rule id of the rulebook.';
comment on column mart.selection_deadlines.ord is 'Order of the deadlines.';
