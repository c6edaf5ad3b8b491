-- score.selection_outcome: what follows from the result: announcement, window of appointment, documents.
-- grain: one row per contest_no, variant
-- source: rulebook CS-34 to CS-38, CS-Q11, CS-Q12; the day of announcement is the one recorded, else
-- that of the publication

create or replace view score.selection_outcome as
with
counted as (
    select
        contest_no,
        variant,
        count(distinct entry_no)::integer as applicants,
        count(*) filter (step = 'result' and is_met)::integer as interviewed,
        count(*) filter (
            step = 'result' and reason in ('winner', 'listed', 'commission_decides')
        )::integer as listed,
        max(entry_no) filter (step = 'result' and reason = 'winner') as winner_no,
        max(total) filter (step = 'result' and reason = 'winner') as total,
        max(missing) filter (step = 'result' and place = 1) as tie_step
    from fact.selection_standing
    group by contest_no, variant
),

known as materialized (
    select
        contest_no,
        entry_no,
        any_value(result_at) filter (step = 'result') as result_at,
        any_value(announced_at) filter (step = 'result') as announced_at,
        bool_or(is_civil_servant) as is_civil_servant,
        any_value(there) filter (step = 'appointment') as documents,
        any_value(documents_at) filter (step = 'appointment') as documents_at,
        any_value(appointed_at) filter (step = 'appointment') as appointed_at
    from score.selection_step_result
    group by contest_no, entry_no
),

dated as (
    select
        contest_no,
        max(result_at)::date as result_on,
        max(announced_at)::date as announced_on
    from known
    group by contest_no
),

published as (
    select
        contest_no,
        min(recorded_at) as published_at
    from fact.source
    where kind = 'publication'
    group by contest_no
),

asked as (
    select
        ruleset_hash,
        list(document order by ord) as documents
    from ref.selection_document
    group by ruleset_hash
),

gathered as (
    select
        counted.contest_no,
        counted.variant,
        contest.ruleset_hash,
        counted.applicants,
        counted.interviewed,
        counted.listed,
        counted.winner_no,
        counted.total,
        counted.tie_step,
        dated.result_on,
        coalesce(
            dated.announced_on, timezone(ruleset.zone, published.published_at)::date
        ) as announced_on,
        rule.appoint_from as appoint_from_day,
        rule.is_documents_first,
        rule.ends_on,
        appointment.days as appoint_days,
        documents.days as document_days,
        winner.is_civil_servant,
        list_filter(
            asked.documents,
            lambda one: not list_contains(coalesce(winner.documents, []), one)
        ) as missing,
        winner.documents_at::date as documents_on,
        winner.appointed_at::date as appointed_on
    from counted
    inner join fact.contest as contest on contest.contest_no = counted.contest_no
    inner join ref.ruleset as ruleset on ruleset.ruleset_hash = contest.ruleset_hash
    inner join ref.selection_rule as rule
        on rule.ruleset_hash = contest.ruleset_hash
        and rule.variant = counted.variant
    inner join dated on dated.contest_no = counted.contest_no
    left join published on published.contest_no = counted.contest_no
    left join ref.selection_deadline as appointment
        on appointment.ruleset_hash = rule.ruleset_hash
        and appointment.deadline = 'appointment'
    left join ref.selection_deadline as documents
        on documents.ruleset_hash = rule.ruleset_hash
        and documents.deadline = 'documents'
    left join asked on asked.ruleset_hash = rule.ruleset_hash
    left join known as winner
        on winner.contest_no = counted.contest_no
        and winner.entry_no = counted.winner_no
),

windowed as (
    select
        contest_no,
        variant,
        ruleset_hash,
        applicants,
        interviewed,
        listed,
        winner_no,
        total,
        tie_step,
        result_on,
        announced_on,
        is_documents_first,
        ends_on,
        if(
            interviewed = 1,
            announced_on,
            score.nth_working_day(announced_on, appoint_from_day)
        ) as appoint_from,
        score.nth_working_day(announced_on, appoint_days) as appoint_until,
        winner_no is not null and not is_civil_servant as is_document_due,
        announced_on + document_days as document_due_on,
        missing,
        documents_on,
        appointed_on
    from gathered
)

select
    -- ids
    contest_no,
    variant,
    ruleset_hash,

    -- numbers
    applicants,
    interviewed,
    listed,
    winner_no,
    total,
    tie_step,

    -- dates
    result_on,
    announced_on,
    if(
        is_documents_first and is_document_due,
        case
            when len(missing) = 0
                then if(documents_on > appoint_from, documents_on, appoint_from)
        end,
        appoint_from
    ) as appoint_from,
    appoint_until,
    coalesce(appoint_until > ends_on, false) as is_past_end,
    appointed_on,

    -- documents
    if(is_document_due, document_due_on, null) as documents_due,
    if(is_document_due, nullif(array_to_string(missing, ', '), ''), null) as documents_missing,
    if(is_document_due and len(missing) = 0, documents_on, null) as documents_on
from windowed;

comment on view score.selection_outcome is 'What follows from the result.';
comment on column score.selection_outcome.contest_no is 'Physical key of the contest.';
comment on column score.selection_outcome.variant is
    'default, or the reading that is taken otherwise, as CS-Q01=down.';
comment on column score.selection_outcome.ruleset_hash is 'Hash of the ruleset that holds.';
comment on column score.selection_outcome.applicants is 'Candidates of the contest.';
comment on column score.selection_outcome.interviewed is 'Candidates who were interviewed.';
comment on column score.selection_outcome.listed is 'Candidates in the list of the best.';
comment on column score.selection_outcome.winner_no is
    'Key of the winner; null: none is proposed.';
comment on column score.selection_outcome.total is 'Points of the winner.';
comment on column score.selection_outcome.tie_step is
    'What broke a tie for the first place; undecided: the commission decides.';
comment on column score.selection_outcome.result_on is 'Day of the result.';
comment on column score.selection_outcome.announced_on is 'Day of the announcement.';
comment on column score.selection_outcome.appoint_from is
    'First day of appointment; null: not announced, or the documents come first.';
comment on column score.selection_outcome.appoint_until is 'Last day of appointment.';
comment on column score.selection_outcome.is_past_end is
    'That day is past the end of the rules: a warning.';
comment on column score.selection_outcome.appointed_on is 'Day of the appointment.';
comment on column score.selection_outcome.documents_due is
    'Last day for the documents; null: none are due.';
comment on column score.selection_outcome.documents_missing is
    'Documents that are not there; null: none, or none are due.';
comment on column score.selection_outcome.documents_on is
    'Day the last document came; null: not all are there.';
