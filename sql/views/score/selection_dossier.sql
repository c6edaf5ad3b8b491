-- score.selection_dossier: all that is known of each candidate: who breaks a tie, and what each step brought.
-- grain: one row per contest_no, entry_no
-- source: rulebook C5, CS-12, CS-25 (who writes an essay), CS-33, CS-38; decisions `exclude` (the
-- value is a step, else the result) and `tie` (the value is the place)

create or replace view score.selection_dossier as
with
gathered as materialized (
    select
        contest_no,
        entry_no,
        any_value(ruleset_hash) as ruleset_hash,
        arg_max(category, category_said) as category,
        arg_max(seniority_days, seniority_said) as seniority_days,
        arg_max(education, education_said) as education,
        max(civil_days) as civil_days,
        bool_or(is_civil_servant) as is_civil_servant,
        any_value(is_all_noted) filter (step = 'register') as is_registered,
        any_value(records) filter (step = 'file') as records,
        any_value(directions) filter (step = 'file') as directions,
        any_value(attendance) filter (step = 'law') as law_attendance,
        any_value(points) filter (step = 'law') as law_points,
        any_value(least_margin) filter (step = 'law') as law_margin,
        any_value(low) filter (step = 'law') as law_low,
        any_value(missing) filter (step = 'law') as law_missing,
        any_value(language) filter (step = 'law') as language,
        any_value(taken_at) filter (step = 'law') as law_at,
        any_value(attendance) filter (step = 'application') as application_attendance,
        any_value(taken_at) filter (step = 'application') as applied_at,
        any_value(service) filter (step = 'application') as service,
        any_value(service_required) filter (step = 'application') as service_required,
        any_value(hr) filter (step = 'application') as hr,
        any_value(hr_at) filter (step = 'application') as hr_at,
        any_value(attendance) filter (step = 'pq') as pq_attendance,
        any_value(points) filter (step = 'pq') as pq_points,
        any_value(least_margin) filter (step = 'pq') as pq_margin,
        any_value(missing) filter (step = 'pq') as pq_missing,
        any_value(verdict) filter (step = 'pq') as pq_verdict,
        any_value(violation) filter (step = 'pq') as pq_violation,
        any_value(reliability) filter (step = 'pq') as reliability,
        any_value(taken_at) filter (step = 'pq') as pq_at,
        any_value(checked_at) filter (step = 'pq') as pq_checked_at,
        any_value(attendance) filter (step = 'ability') as ability_attendance,
        any_value(points) filter (step = 'ability') as ability_points,
        any_value(missing) filter (step = 'ability') as ability_missing,
        any_value(verdict) filter (step = 'ability') as ability_verdict,
        any_value(violation) filter (step = 'ability') as ability_violation,
        any_value(taken_at) filter (step = 'ability') as ability_at,
        any_value(checked_at) filter (step = 'ability') as ability_checked_at,
        any_value(attendance) filter (step = 'essay') as essay_attendance,
        any_value(is_late) filter (step = 'essay') as is_essay_late,
        any_value(verdict) filter (step = 'essay') as essay_verdict,
        any_value(violation) filter (step = 'essay') as essay_violation,
        any_value(mark_sum) filter (step = 'essay') as essay_sum,
        any_value(mark_count) filter (step = 'essay') as essay_count,
        any_value(mark_min) filter (step = 'essay') as essay_min,
        any_value(mark_median) filter (step = 'essay') as essay_median,
        any_value(marks_expected) filter (step = 'essay') as essay_expected,
        any_value(words) filter (step = 'essay') as words,
        any_value(taken_at) filter (step = 'essay') as essay_at,
        any_value(checked_at) filter (step = 'essay') as essay_checked_at,
        any_value(marked_at) filter (step = 'essay') as essay_marked_at,
        any_value(attendance) filter (step = 'interview') as interview_attendance,
        any_value(violation) filter (step = 'interview') as interview_violation,
        any_value(mark_sum) filter (step = 'interview') as interview_sum,
        any_value(mark_count) filter (step = 'interview') as interview_count,
        any_value(marks_expected) filter (step = 'interview') as interview_expected,
        any_value(attendance) filter (step = 'result') as result_attendance,
        any_value(result_at) filter (step = 'result') as result_at,
        any_value(announced_at) filter (step = 'result') as announced_at,
        any_value(there) filter (step = 'appointment') as documents,
        any_value(documents_at) filter (step = 'appointment') as documents_at,
        any_value(appointed_at) filter (step = 'appointment') as appointed_at
    from score.selection_step_result
    group by contest_no, entry_no
),

used as (
    select
        contest_no,
        max(category) as category,
        bool_or(is_registered is not null) as uses_register,
        bool_or(records is not null or directions is not null) as uses_file,
        bool_or(law_attendance is not null or application_attendance is not null) as uses_law,
        bool_or(application_attendance is not null) as uses_application
    from gathered
    group by contest_no
),

decided as (
    select
        contest_no,
        entry_no,
        arg_max(value, batch_no) filter (kind = 'exclude') as excluded_in,
        arg_max(try_cast(value as integer), batch_no) filter (kind = 'tie') as decided_place
    from fact.decision
    where kind in ('exclude', 'tie') and entry_no is not null
    group by contest_no, entry_no
)

select
    -- ids
    gathered.contest_no,
    gathered.entry_no,
    gathered.ruleset_hash,

    -- the candidate
    used.category,
    category.category is not null as is_essay_due,
    gathered.seniority_days,
    gathered.civil_days,
    gathered.education,
    education.ord as education_ord,
    gathered.is_civil_servant,
    case
        when decided.excluded_in is not null then coalesce(step.step, 'result')
    end as excluded_in,
    coalesce(decided.decided_place, 1000000) as decided_place,

    -- which steps the contest records
    used.uses_register,
    used.uses_file,
    used.uses_law,
    used.uses_application,

    -- steps
    gathered.is_registered,
    gathered.records,
    gathered.directions,
    gathered.law_attendance,
    gathered.law_points,
    gathered.law_margin,
    gathered.law_low,
    gathered.law_missing,
    gathered.language,
    gathered.law_at,
    gathered.application_attendance,
    gathered.applied_at,
    gathered.service,
    gathered.service_required,
    gathered.hr,
    gathered.hr_at,
    gathered.pq_attendance,
    gathered.pq_points,
    gathered.pq_margin,
    gathered.pq_missing,
    gathered.pq_verdict,
    gathered.pq_violation,
    gathered.reliability,
    gathered.pq_at,
    gathered.pq_checked_at,
    gathered.ability_attendance,
    gathered.ability_points,
    gathered.ability_missing,
    gathered.ability_verdict,
    gathered.ability_violation,
    gathered.ability_at,
    gathered.ability_checked_at,
    gathered.essay_attendance,
    gathered.is_essay_late,
    gathered.essay_verdict,
    gathered.essay_violation,
    gathered.essay_sum,
    gathered.essay_count,
    gathered.essay_min,
    gathered.essay_median,
    gathered.essay_expected,
    gathered.words,
    gathered.essay_at,
    gathered.essay_checked_at,
    gathered.essay_marked_at,
    gathered.interview_attendance,
    gathered.interview_violation,
    gathered.interview_sum,
    gathered.interview_count,
    gathered.interview_expected,
    gathered.result_attendance,
    gathered.result_at,
    gathered.announced_at,
    gathered.documents,
    gathered.documents_at,
    gathered.appointed_at
from gathered
inner join used on used.contest_no = gathered.contest_no
left join ref.selection_category as category
    on category.ruleset_hash = gathered.ruleset_hash
    and category.category = used.category
left join ref.selection_education as education
    on education.ruleset_hash = gathered.ruleset_hash
    and education.education = gathered.education
left join decided
    on decided.contest_no = gathered.contest_no
    and decided.entry_no = gathered.entry_no
left join ref.selection_step as step
    on step.ruleset_hash = gathered.ruleset_hash
    and step.step = decided.excluded_in;

comment on view score.selection_dossier is 'All that is known of each candidate.';
comment on column score.selection_dossier.contest_no is 'Physical key of the contest.';
comment on column score.selection_dossier.entry_no is 'Key of the candidate inside the contest.';
comment on column score.selection_dossier.ruleset_hash is 'Hash of the ruleset that holds.';
comment on column score.selection_dossier.category is 'Category of the post, as C-O-1.';
comment on column score.selection_dossier.is_essay_due is 'The category writes an essay.';
comment on column score.selection_dossier.seniority_days is
    'Whole work experience, days; null: not said.';
comment on column score.selection_dossier.civil_days is 'Civil service, days; null: not said.';
comment on column score.selection_dossier.education is 'Level of education.';
comment on column score.selection_dossier.education_ord is
    '1 is the highest level; null: not said.';
comment on column score.selection_dossier.is_civil_servant is
    'Serving already: no documents are due.';
comment on column score.selection_dossier.excluded_in is
    'The step in which a decision excludes the candidate.';
comment on column score.selection_dossier.decided_place is
    'The place that the commission decided in a tie; 1000000: none.';
comment on column score.selection_dossier.uses_register is 'The contest records registrations.';
comment on column score.selection_dossier.uses_file is 'The contest records personal files.';
comment on column score.selection_dossier.uses_law is
    'The contest records law tests or applications.';
comment on column score.selection_dossier.uses_application is 'The contest records applications.';
comment on column score.selection_dossier.is_registered is 'Registration is complete.';
comment on column score.selection_dossier.records is 'Work records of the file.';
comment on column score.selection_dossier.directions is 'Records with a functional direction.';
comment on column score.selection_dossier.law_attendance is
    'present, absent or withdrawn; null: no law test.';
comment on column score.selection_dossier.law_points is 'Correct answers of the law test.';
comment on column score.selection_dossier.law_margin is
    'The least surplus of an act over what passes in it.';
comment on column score.selection_dossier.law_low is 'Acts below what passes in them.';
comment on column score.selection_dossier.law_missing is 'Acts without a result.';
comment on column score.selection_dossier.language is 'Questions of the language test.';
comment on column score.selection_dossier.law_at is 'When the law test was taken.';
comment on column score.selection_dossier.application_attendance is
    'present or withdrawn; null: no application.';
comment on column score.selection_dossier.applied_at is 'When the application was made.';
comment on column score.selection_dossier.service is 'Years of service shown.';
comment on column score.selection_dossier.service_required is 'Years of service asked for.';
comment on column score.selection_dossier.hr is 'Verdict of the HR service.';
comment on column score.selection_dossier.hr_at is 'When the HR service decided.';
comment on column score.selection_dossier.pq_attendance is
    'present, absent or withdrawn; null: nothing of the step.';
comment on column score.selection_dossier.pq_points is 'Tasks of the personal qualities.';
comment on column score.selection_dossier.pq_margin is
    'The least surplus of a quality over what passes in it.';
comment on column score.selection_dossier.pq_missing is 'Qualities without a result.';
comment on column score.selection_dossier.pq_verdict is
    'Of the proctor: passed, violation or proctor_awaited.';
comment on column score.selection_dossier.pq_violation is 'V1 to V7.';
comment on column score.selection_dossier.reliability is 'Reliability level.';
comment on column score.selection_dossier.pq_at is 'When the step was taken.';
comment on column score.selection_dossier.pq_checked_at is 'When the proctor published.';
comment on column score.selection_dossier.ability_attendance is
    'present, absent or withdrawn; null: nothing of the step.';
comment on column score.selection_dossier.ability_points is 'Tasks with texts and numbers.';
comment on column score.selection_dossier.ability_missing is 'Blocks without a result.';
comment on column score.selection_dossier.ability_verdict is
    'Of the proctor: passed, violation or proctor_awaited.';
comment on column score.selection_dossier.ability_violation is 'V1 to V7.';
comment on column score.selection_dossier.ability_at is 'When the step was taken.';
comment on column score.selection_dossier.ability_checked_at is 'When the proctor published.';
comment on column score.selection_dossier.essay_attendance is
    'present, absent or withdrawn; null: nothing of the step.';
comment on column score.selection_dossier.is_essay_late is 'Handed in after the time.';
comment on column score.selection_dossier.essay_verdict is
    'Of the proctor: passed, violation or proctor_awaited.';
comment on column score.selection_dossier.essay_violation is 'V1 to V7.';
comment on column score.selection_dossier.essay_sum is 'Sum of the marks, points.';
comment on column score.selection_dossier.essay_count is 'Marks.';
comment on column score.selection_dossier.essay_min is 'Lowest mark.';
comment on column score.selection_dossier.essay_median is 'Median of the marks.';
comment on column score.selection_dossier.essay_expected is 'Marks that are expected.';
comment on column score.selection_dossier.words is 'Words of the essay.';
comment on column score.selection_dossier.essay_at is 'When the essay was handed in.';
comment on column score.selection_dossier.essay_checked_at is 'When the proctor published.';
comment on column score.selection_dossier.essay_marked_at is 'When the last mark was given.';
comment on column score.selection_dossier.interview_attendance is
    'present, absent or withdrawn; null: nothing of the step.';
comment on column score.selection_dossier.interview_violation is 'V1 to V7.';
comment on column score.selection_dossier.interview_sum is 'Sum of the marks, points.';
comment on column score.selection_dossier.interview_count is 'Marks.';
comment on column score.selection_dossier.interview_expected is 'Marks that are expected.';
comment on column score.selection_dossier.result_attendance is
    'withdrawn: declined after the interview.';
comment on column score.selection_dossier.result_at is 'When the result was reached.';
comment on column score.selection_dossier.announced_at is 'When it was announced.';
comment on column score.selection_dossier.documents is 'Parts of the appointment that are there.';
comment on column score.selection_dossier.documents_at is 'When the last document came.';
comment on column score.selection_dossier.appointed_at is 'When the winner was appointed.';
