-- score.passport: who gets a Skills Passport, on what basis, and with which points.
-- grain: one row per contest_no, entry_no
-- source: rulebook DE-11 to DE-16, DE-19, OQ-06. A decision `waiver` with the value championship or
-- national_team frees what no sheet knows; a decision `award` about an examinee is the number that
-- the operator gave (never made here)

create or replace view score.passport as
with
proven as (
    select
        contest_no,
        entry_no,
        bool_or(verdict = 'exempt') as is_exempt,
        bool_or(verdict = 'to_confirm') as is_to_confirm,
        min(basis) filter (verdict = 'exempt') as basis
    from score.exam_exemption
    group by contest_no, entry_no
),

said as (
    select
        contest_no,
        entry_no,
        max_by(value, (batch_no, coalesce(source_row, 0))) filter (
            kind = 'waiver' and value in ('championship', 'national_team')
        ) as waived_basis,
        max_by(value, (batch_no, coalesce(source_row, 0))) filter (kind = 'award') as number
    from fact.decision
    where
        entry_no is not null
        and kind in ('waiver', 'award')
    group by contest_no, entry_no
),

joined as (
    select
        result.contest_no,
        result.entry_no,
        result.ruleset_hash,
        result.is_wsk,
        result.is_student,
        result.site,
        result.certificate_from,
        result.certificate_to,
        result.needs_site,
        result.is_accredited,
        result.score,
        result.took_part,
        result.is_present,
        result.is_blocked,
        result.is_excluded,
        result.basis as claimed,
        rule.is_high_score_maximum,
        rule.max_points,
        rule.has_grades,
        said.number,
        coalesce(proven.is_to_confirm, false) as is_to_confirm,
        case
            when proven.is_exempt then proven.basis
            when result.is_student or not rule.is_student_required then said.waived_basis
        end as freed_by
    from score.exam_result as result
    inner join ref.exam_rule as rule on rule.ruleset_hash = result.ruleset_hash
    left join proven
        on proven.contest_no = result.contest_no
        and proven.entry_no = result.entry_no
    left join said
        on said.contest_no = result.contest_no
        and said.entry_no = result.entry_no
),

judged as (
    select
        contest_no,
        entry_no,
        ruleset_hash,
        is_wsk,
        is_student,
        site,
        certificate_from,
        certificate_to,
        needs_site,
        is_accredited,
        score,
        took_part,
        claimed,
        is_high_score_maximum,
        max_points,
        has_grades,
        number,
        is_to_confirm,
        freed_by,
        is_blocked
        and not is_excluded
        and (freed_by is null or score is not null) as is_blocked,
        case
            when not is_wsk then 'not_wsk'
            when is_excluded then 'excluded'
            when freed_by is not null and not (took_part and score is not null) then 'exempt'
            when is_blocked then 'site_not_accredited'
            when not is_present then 'absent'
            when score is null then 'score_missing'
            else 'examinee'
        end as reason
    from joined
),

scored as (
    select
        contest_no,
        entry_no,
        ruleset_hash,
        is_wsk,
        is_student,
        site,
        certificate_from,
        certificate_to,
        needs_site,
        is_accredited,
        took_part,
        claimed,
        max_points,
        has_grades,
        number,
        is_to_confirm,
        freed_by,
        is_blocked,
        reason,
        case
            when reason = 'exempt' then if(is_high_score_maximum, max_points, null)
            when took_part then score
        end as score
    from judged
)

select
    -- ids
    scored.contest_no,
    scored.entry_no,

    -- of the result
    scored.is_wsk,
    scored.is_student,
    scored.site,
    scored.certificate_from,
    scored.certificate_to,
    scored.needs_site,
    scored.is_accredited,

    -- what
    scored.score,
    scored.max_points,
    case
        when scored.reason = 'exempt' then scored.freed_by
        when scored.reason in ('examinee', 'score_missing', 'site_not_accredited') then 'exam'
    end as basis,
    scored.claimed,
    scored.reason,
    if(scored.reason in ('exempt', 'examinee'), scored.number, null) as number,
    max(grade.grade) as grade,

    -- booleans
    scored.reason in ('exempt', 'examinee') as is_eligible,
    scored.took_part,
    scored.is_blocked,
    scored.freed_by is not null as is_free,
    scored.is_to_confirm
from scored
left join ref.exam_grade as grade
    on grade.ruleset_hash = scored.ruleset_hash
    and scored.has_grades
    and scored.reason <> 'exempt'
    and score.percent_hundredths(scored.score, scored.max_points) >= grade.at_least * 100
group by all;

comment on view score.passport is 'Who gets a Skills Passport, and on what basis.';
comment on column score.passport.contest_no is 'Physical key of the contest: the exam.';
comment on column score.passport.entry_no is 'Key of the examinee inside the exam.';
comment on column score.passport.score is
    'Points; null: not marked, absent, or freed from the exam without a number.';
comment on column score.passport.max_points is 'Greatest points.';
comment on column score.passport.basis is 'exam, championship or national_team; null: none.';
comment on column score.passport.claimed is 'What the sheet claims as basis.';
comment on column score.passport.reason is
    'examinee, exempt; or not_wsk, excluded, site_not_accredited, absent, score_missing.';
comment on column score.passport.number is 'Given by the operator; null: not yet.';
comment on column score.passport.grade is 'Grade, only where the ruleset converts points.';
comment on column score.passport.is_eligible is 'Gets a passport.';
comment on column score.passport.took_part is 'Came to the exam.';
comment on column score.passport.is_blocked is
    'Took part at a site without the accreditation that the exam wants (DE-19), and is not freed.';
comment on column score.passport.is_free is 'Would get it without the exam.';
comment on column score.passport.is_to_confirm is
    'Somebody of the same name has a prize: a person says whether it is the same one.';
comment on column score.passport.is_wsk is 'As in score.exam_result.';
comment on column score.passport.is_student is 'As in score.exam_result.';
comment on column score.passport.site is 'As in score.exam_result.';
comment on column score.passport.certificate_from is 'As in score.exam_result.';
comment on column score.passport.certificate_to is 'As in score.exam_result.';
comment on column score.passport.needs_site is 'As in score.exam_result.';
comment on column score.passport.is_accredited is 'As in score.exam_result.';
