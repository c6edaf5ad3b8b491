-- score.selection_verdict: what each step says of a candidate alone, before anybody is compared, by every reading.
-- grain: one row per contest_no, variant, entry_no
-- source: rulebook CS-05 to CS-18, CS-26 to CS-28, CS-31, CS-39; a step before the contest that no
-- sheet has rows of is not asked for

create or replace view score.selection_verdict as
with
judged as (
    select
        dossier.contest_no,
        rule.variant,
        dossier.entry_no,

        -- before the contest
        case
            when not dossier.uses_register then null
            else if(coalesce(dossier.is_registered, false), 'passed', 'not_registered')
        end as register_reason,
        case
            when not dossier.uses_file then null
            when dossier.records is null then 'awaited'
            else if(
                coalesce(dossier.directions, 0) >= dossier.records, 'passed', 'file_incomplete'
            )
        end as file_reason,
        case
            when not dossier.uses_law then null
            when dossier.law_attendance is null
                then if(dossier.application_attendance is null, 'awaited', null)
            when dossier.law_attendance <> 'present' then dossier.law_attendance
            when dossier.law_points is null then 'part_missing'
            when dossier.law_points < rule.law_least then 'below_total'
            when dossier.law_margin < 0 then 'below_act'
            when dossier.language < rule.lang_min then 'below_language'
            else 'passed'
        end as law_reason,
        case
            when not dossier.uses_application then null
            when dossier.application_attendance is null then 'awaited'
            when dossier.application_attendance <> 'present' then dossier.application_attendance
            when dossier.excluded_in = 'application' then 'excluded'
            when dossier.law_attendance is null then 'no_certificate'
            when dossier.law_at::date > dossier.applied_at::date then 'before_test'
            when
                dossier.applied_at::date
                > rule.certificate_until - if(rule.is_certificate_inclusive, 0, 1)
                then 'certificate_expired'
            when dossier.hr = 'refused' then 'hr_refused'
            when dossier.hr = 'passed' then 'fits'
            when dossier.service < dossier.service_required then 'does_not_fit'
            else 'hr_awaited'
        end as application_reason,

        -- steps of the contest
        if(
            rule.pq_scope = 'each', dossier.pq_margin, dossier.pq_points - rule.pq_least
        ) as pq_margin,
        case
            when dossier.excluded_in = 'pq' then 'excluded'
            when dossier.pq_attendance is null then 'awaited'
            when dossier.pq_attendance <> 'present' then dossier.pq_attendance
            when
                dossier.pq_points is null
                or (rule.pq_scope = 'each' and dossier.pq_margin is null)
                then 'part_missing'
            when
                if(rule.pq_scope = 'each', dossier.pq_margin, dossier.pq_points - rule.pq_least)
                < if(rule.is_pq_inclusive, 0, 0.001)
                then 'below_threshold'
            else dossier.pq_verdict
        end as pq_reason,
        case
            when dossier.excluded_in = 'ability' then 'excluded'
            when dossier.ability_attendance is null then 'awaited'
            when dossier.ability_attendance <> 'present' then dossier.ability_attendance
            when dossier.ability_verdict = 'violation' then 'violation'
            when dossier.ability_points is null then 'part_missing'
            else dossier.ability_verdict
        end as ability_reason,
        case
            when not dossier.is_essay_due then null
            when dossier.excluded_in = 'essay' then 'excluded'
            when dossier.essay_attendance is null then 'awaited'
            when dossier.essay_attendance <> 'present' then dossier.essay_attendance
            when dossier.is_essay_late then 'essay_late'
            when dossier.essay_verdict <> 'passed' then dossier.essay_verdict
            when dossier.essay_count = 0 or dossier.essay_count < dossier.essay_expected
                then 'marks_missing'
            when
                case rule.essay_combine
                    when 'mean' then dossier.essay_sum >= rule.essay_least * dossier.essay_count
                    when 'each' then dossier.essay_min >= rule.essay_least
                    when 'median' then dossier.essay_median >= rule.essay_least
                end
                then 'passed'
            else 'below_essay'
        end as essay_reason,
        case
            when dossier.excluded_in = 'interview' then 'excluded'
            when dossier.interview_attendance is null then 'interview_awaited'
            when dossier.interview_attendance <> 'present' then dossier.interview_attendance
            when dossier.interview_violation is not null then 'violation'
            when dossier.interview_count = 0 then 'interview_awaited'
            when dossier.interview_count < dossier.interview_expected then 'marks_missing'
            else 'interviewed'
        end as interview_reason,
        case
            when dossier.excluded_in = 'result' then 'excluded'
            when dossier.result_attendance = 'withdrawn' then 'withdrawn'
        end as result_reason,

        -- points, exact
        coalesce((dossier.law_points * 1000)::hugeint, 0) * 720720 * rule.law_weight
        + coalesce((dossier.pq_points * 1000)::hugeint, 0) * 720720 * rule.pq_weight as pq_key,
        dossier.ability_points,
        coalesce((dossier.ability_points * 1000)::hugeint, 0) * 720720 * rule.ability_weight
            as ability_key,
        if(
            rule.essay_combine = 'median',
            (dossier.essay_median * 2000)::hugeint * 360360,
            (dossier.essay_sum * 1000)::hugeint * (720720 // nullif(dossier.essay_count, 0))
        ) as essay_mark,
        rule.essay_weight,
        (dossier.interview_sum * 1000)::hugeint
            * (720720 // nullif(dossier.interview_count, 0))
            as interview_mark,
        rule.interview_weight,

        -- the tie chain
        if(rule.seniority = 'civil', dossier.civil_days, dossier.seniority_days) as days,
        rule.seniority_unit,
        if(rule.is_education_ordered, dossier.education_ord, null) as education_ord,
        dossier.decided_place,

        -- as shown
        dossier.category,
        dossier.words,
        dossier.reliability,
        dossier.records,
        dossier.directions,
        dossier.law_points,
        dossier.law_margin,
        dossier.law_low,
        dossier.law_missing,
        dossier.service,
        dossier.service_required,
        dossier.pq_points,
        dossier.pq_missing,
        dossier.pq_violation,
        dossier.ability_missing,
        dossier.ability_violation,
        dossier.essay_violation,
        dossier.essay_count,
        dossier.essay_expected,
        dossier.interview_violation,
        dossier.interview_count,
        dossier.interview_expected,
        rule.law_least,
        rule.pq_least,
        rule.essay_least,

        -- rules of the cuts
        rule.half_base,
        rule.half_least,
        rule.half_rounding,
        rule.interview_seats,
        rule.list_places,
        rule.tie_scope,
        rule.multiplier,
        rule.divisor
    from score.selection_dossier as dossier
    inner join score.selection_rule as rule on rule.contest_no = dossier.contest_no
)

select
    contest_no,
    variant,
    entry_no,
    case
        when score.step_status(register_reason) <> 'in' then score.step_status(register_reason)
        when score.step_status(law_reason) in ('out', 'absent') then score.step_status(law_reason)
        when score.step_status(file_reason) <> 'in' then score.step_status(file_reason)
        when score.step_status(law_reason) <> 'in' then score.step_status(law_reason)
        else coalesce(score.step_status(application_reason), 'in')
    end as admission,
    register_reason,
    file_reason,
    law_reason,
    application_reason,
    pq_reason,
    pq_margin,
    pq_key,
    ability_reason,
    ability_points,
    ability_key,
    essay_reason,
    if(essay_reason in ('passed', 'below_essay'), essay_mark, null) as essay_mark,
    if(essay_reason = 'passed', essay_mark * essay_weight, 0) as essay_key,
    interview_reason,
    if(interview_reason = 'interviewed', interview_mark, null) as interview_mark,
    if(interview_reason = 'interviewed', interview_mark * interview_weight, 0) as interview_key,
    result_reason,
    if(seniority_unit = 'years', (days * 4) // 1461, days) as experience,
    education_ord,
    decided_place,
    category,
    words,
    reliability,
    records,
    directions,
    law_points,
    law_margin,
    law_low,
    law_missing,
    service,
    service_required,
    pq_points,
    pq_missing,
    pq_violation,
    ability_missing,
    ability_violation,
    essay_violation,
    essay_count,
    essay_expected,
    interview_violation,
    interview_count,
    interview_expected,
    law_least,
    pq_least,
    essay_least,
    half_base,
    half_least,
    half_rounding,
    interview_seats,
    list_places,
    tie_scope,
    multiplier,
    divisor
from judged;

comment on view score.selection_verdict is
    'What each step says of a candidate alone, before anybody is compared.';
comment on column score.selection_verdict.contest_no is 'Physical key of the contest.';
comment on column score.selection_verdict.variant is
    'default, or the reading that is taken otherwise, as CS-Q01=down.';
comment on column score.selection_verdict.entry_no is 'Key of the candidate inside the contest.';
comment on column score.selection_verdict.admission is
    'in, out, waiting or absent: whether the candidate takes part in the contest.';
comment on column score.selection_verdict.register_reason is
    'Of the registration; null: not recorded in the contest.';
comment on column score.selection_verdict.file_reason is
    'Of the personal file; null: not recorded in the contest.';
comment on column score.selection_verdict.law_reason is 'Of the law test; null: not recorded.';
comment on column score.selection_verdict.application_reason is
    'Of the application; null: not recorded in the contest.';
comment on column score.selection_verdict.pq_reason is 'Of the personal qualities.';
comment on column score.selection_verdict.pq_margin is
    'Points above the threshold, of the whole or of the weakest quality.';
comment on column score.selection_verdict.pq_key is
    'Weighted points up to step 5: 720720ths of a thousandth.';
comment on column score.selection_verdict.ability_reason is
    'Of the ability test; passed: checked and free to be compared.';
comment on column score.selection_verdict.ability_points is 'Points of the ability test.';
comment on column score.selection_verdict.ability_key is 'Weighted points of the ability test.';
comment on column score.selection_verdict.essay_reason is
    'Of the essay; null: the category writes none.';
comment on column score.selection_verdict.essay_mark is 'Mark of the essay, exact.';
comment on column score.selection_verdict.essay_key is 'Weighted points of the essay.';
comment on column score.selection_verdict.interview_reason is 'Of the interview, if invited.';
comment on column score.selection_verdict.interview_mark is 'Mark of the interview, exact.';
comment on column score.selection_verdict.interview_key is 'Weighted points of the interview.';
comment on column score.selection_verdict.result_reason is 'excluded or withdrawn; null: neither.';
comment on column score.selection_verdict.experience is
    'Work experience that breaks a tie, days or years; null: not said.';
comment on column score.selection_verdict.education_ord is
    '1 is the highest level; null: not said, or no order is known.';
comment on column score.selection_verdict.decided_place is
    'The place that the commission decided.';
comment on column score.selection_verdict.category is 'Category of the post.';
comment on column score.selection_verdict.words is 'As in score.selection_dossier.';
comment on column score.selection_verdict.reliability is 'As in score.selection_dossier.';
comment on column score.selection_verdict.records is 'As in score.selection_dossier.';
comment on column score.selection_verdict.directions is 'As in score.selection_dossier.';
comment on column score.selection_verdict.law_points is 'As in score.selection_dossier.';
comment on column score.selection_verdict.law_margin is 'As in score.selection_dossier.';
comment on column score.selection_verdict.law_low is 'As in score.selection_dossier.';
comment on column score.selection_verdict.law_missing is 'As in score.selection_dossier.';
comment on column score.selection_verdict.service is 'As in score.selection_dossier.';
comment on column score.selection_verdict.service_required is 'As in score.selection_dossier.';
comment on column score.selection_verdict.pq_points is 'As in score.selection_dossier.';
comment on column score.selection_verdict.pq_missing is 'As in score.selection_dossier.';
comment on column score.selection_verdict.pq_violation is 'As in score.selection_dossier.';
comment on column score.selection_verdict.ability_missing is 'As in score.selection_dossier.';
comment on column score.selection_verdict.ability_violation is 'As in score.selection_dossier.';
comment on column score.selection_verdict.essay_violation is 'As in score.selection_dossier.';
comment on column score.selection_verdict.essay_count is 'As in score.selection_dossier.';
comment on column score.selection_verdict.essay_expected is 'As in score.selection_dossier.';
comment on column score.selection_verdict.interview_violation is 'As in score.selection_dossier.';
comment on column score.selection_verdict.interview_count is 'As in score.selection_dossier.';
comment on column score.selection_verdict.interview_expected is 'As in score.selection_dossier.';
comment on column score.selection_verdict.law_least is 'As in score.selection_rule.';
comment on column score.selection_verdict.pq_least is 'As in score.selection_rule.';
comment on column score.selection_verdict.essay_least is 'As in score.selection_rule.';
comment on column score.selection_verdict.half_base is 'valid, attended or cut_then_exclude.';
comment on column score.selection_verdict.half_least is
    'Least number that goes on at the half rule.';
comment on column score.selection_verdict.half_rounding is 'up or down.';
comment on column score.selection_verdict.interview_seats is
    'Most at the interview, but for ties.';
comment on column score.selection_verdict.list_places is 'Best of the result.';
comment on column score.selection_verdict.tie_scope is 'all or winner.';
comment on column score.selection_verdict.multiplier is 'From an exact total to thousandths.';
comment on column score.selection_verdict.divisor is 'From an exact total to thousandths.';
