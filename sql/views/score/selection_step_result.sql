-- score.selection_step_result: what each candidate has in each step, added up.
-- grain: one row per contest_no, entry_no, step
-- source: rulebook C2, CS-09, CS-14, CS-18 (a missing block leaves the step empty), CS-28, CS-39
-- (a missing mark never counts as 0; a member recorded as absent is left out)

create or replace view score.selection_step_result as
with
listed as (
    select
        ruleset_hash,
        step,
        list(part order by ord) filter (is_counted and part <> 'mark') as parts,
        count(*) filter (not is_counted) as parts_noted
    from ref.selection_part
    group by ruleset_hash, step
),

added as materialized (
    select
        contest_no,
        entry_no,
        step,
        any_value(ruleset_hash) as ruleset_hash,

        -- the candidate
        arg_max(category, (batch_no, source_row)) filter (category is not null) as category,
        max((batch_no, source_row)) filter (category is not null) as category_said,
        arg_max(seniority_days, (batch_no, source_row))
            filter (seniority_days is not null) as seniority_days,
        max((batch_no, source_row)) filter (seniority_days is not null) as seniority_said,
        arg_max(education, (batch_no, source_row)) filter (education is not null) as education,
        max((batch_no, source_row)) filter (education is not null) as education_said,

        -- parts and the step as a whole
        list(part) filter (is_counted and part <> 'mark' and score is not null) as given,
        sum(if(is_late, 0, score)) filter (is_counted and part <> 'mark') as part_points,
        max(if(is_late, 0, score)) filter (part is null and member is null) as whole_points,
        min(if(is_late, 0, score) - least)
            filter (is_counted and part <> 'mark' and score is not null) as least_margin,
        list(part order by part)
            filter (is_counted and part <> 'mark' and if(is_late, 0, score) < least) as low,
        len(list_distinct(list(part) filter (
            not is_counted and part is not null and status in ('present', 'passed')
        ))) as noted,

        -- marks of members
        sum(score) filter (coalesce(part, 'mark') = 'mark') as mark_sum,
        count(score) filter (coalesce(part, 'mark') = 'mark')::integer as mark_count,
        min(score) filter (coalesce(part, 'mark') = 'mark') as mark_min,
        median(score::decimal(18, 6)) filter (coalesce(part, 'mark') = 'mark') as mark_median,
        list_distinct(list(coalesce(member, '')) filter (
            coalesce(part, 'mark') = 'mark' and (member is not null or score is not null)
        )) as members,
        count(*) filter (
            coalesce(part, 'mark') = 'mark' and member is not null and status = 'absent'
        )::integer as members_absent,
        max(happened) filter (coalesce(part, 'mark') = 'mark') as marked_at,

        -- what was noted
        max(score) filter (part = 'records') as records,
        max(score) filter (part = 'directions') as directions,
        max(score) filter (part = 'service') as service,
        max(score) filter (part = 'service_required') as service_required,
        max(score) filter (part = 'lang_state') as language,
        max(score) filter (part = 'words')::integer as words,
        max(score) filter (part = 'reliability') as reliability,
        max(score) filter (part = 'civil_days')::integer as civil_days,
        coalesce(
            bool_or(part = 'civil_servant' and status in ('present', 'passed')), false
        ) as is_civil_servant,
        list_distinct(
            list(part) filter (status in ('present', 'passed') and part is not null)
        ) as there,
        max(happened) filter (starts_with(part, 'document_')) as documents_at,
        max(happened) filter (part = 'appointed') as appointed_at,
        max(happened) filter (part = 'result') as result_at,
        max(happened) filter (part = 'announced') as announced_at,

        -- states
        coalesce(bool_or(status = 'absent' and member is null), false) as is_absent,
        coalesce(bool_or(status = 'withdrawn'), false) as is_withdrawn,
        coalesce(bool_or(part = 'essay' and is_late), false) as is_late,
        min(violation) as violation,
        arg_max(status, batch_no) filter (part = 'proctor') as proctor,
        max(happened) filter (part = 'proctor') as checked_at,
        arg_max(status, batch_no) filter (part = 'hr') as hr,
        max(happened) filter (part = 'hr') as hr_at,
        max(happened) filter (
            coalesce(part, '') not in ('start', 'proctor', 'hr', 'request', 'mark')
            and member is null
        ) as taken_at
    from score.selection_row
    group by contest_no, entry_no, step
)

select
    -- ids
    added.contest_no,
    added.entry_no,
    added.step,
    added.ruleset_hash,

    -- the candidate
    added.category,
    added.category_said,
    added.seniority_days,
    added.seniority_said,
    added.education,
    added.education_said,

    -- parts
    coalesce(
        case
            when len(listed.parts) = len(list_distinct(added.given)) then added.part_points
        end,
        added.whole_points
    )::decimal(12, 3) as points,
    added.least_margin::decimal(12, 3) as least_margin,
    if(
        added.whole_points is null,
        array_to_string(
            list_filter(
                listed.parts,
                lambda one: not list_contains(coalesce(added.given, []), one)
            ),
            ', '
        ),
        null
    ) as missing,
    array_to_string(added.low, ', ') as low,
    coalesce(added.noted, 0) >= listed.parts_noted as is_all_noted,

    -- marks of members
    added.mark_sum::decimal(12, 3) as mark_sum,
    added.mark_count,
    added.mark_min,
    added.mark_median,
    len(list_distinct(flatten(list(added.members) over same_step)))::integer
    - added.members_absent as marks_expected,
    added.marked_at,

    -- what was noted
    added.records::integer as records,
    added.directions::integer as directions,
    added.service,
    added.service_required,
    added.language,
    added.words,
    added.reliability,
    added.civil_days,
    added.is_civil_servant,
    added.there,
    added.documents_at,
    added.appointed_at,
    added.result_at,
    added.announced_at,

    -- states
    case
        when added.is_withdrawn then 'withdrawn'
        when added.is_absent then 'absent'
        else 'present'
    end as attendance,
    added.is_late,
    added.violation,
    case
        when added.violation is not null or added.proctor = 'refused' then 'violation'
        else if(added.proctor is null, 'proctor_awaited', 'passed')
    end as verdict,
    added.checked_at,
    added.hr,
    added.hr_at,
    added.taken_at
from added
left join listed
    on listed.ruleset_hash = added.ruleset_hash
    and listed.step = added.step
window same_step as (partition by added.contest_no, added.step);

comment on view score.selection_step_result is 'What each candidate has in each step, added up.';
comment on column score.selection_step_result.contest_no is 'Physical key of the contest.';
comment on column score.selection_step_result.entry_no is
    'Key of the candidate inside the contest.';
comment on column score.selection_step_result.step is 'Step of the ruleset.';
comment on column score.selection_step_result.ruleset_hash is 'Hash of the ruleset that holds.';
comment on column score.selection_step_result.category is 'Category of the post, newest.';
comment on column score.selection_step_result.category_said is 'Batch and row that say it.';
comment on column score.selection_step_result.seniority_days is
    'Whole work experience, days, newest.';
comment on column score.selection_step_result.seniority_said is 'Batch and row that say it.';
comment on column score.selection_step_result.education is 'Level of education, newest.';
comment on column score.selection_step_result.education_said is 'Batch and row that say it.';
comment on column score.selection_step_result.points is
    'Points of the step; null: a part is missing.';
comment on column score.selection_step_result.least_margin is
    'The least surplus of a part over what passes in it, points.';
comment on column score.selection_step_result.missing is 'Parts without points; null: none.';
comment on column score.selection_step_result.low is 'Parts below what passes in them.';
comment on column score.selection_step_result.is_all_noted is
    'Everything that is only noted is there.';
comment on column score.selection_step_result.mark_sum is 'Sum of the marks of members, points.';
comment on column score.selection_step_result.mark_count is 'Marks of members.';
comment on column score.selection_step_result.mark_min is 'Lowest mark of a member.';
comment on column score.selection_step_result.mark_median is 'Median of the marks.';
comment on column score.selection_step_result.marks_expected is
    'Members who mark the step, less those recorded as absent.';
comment on column score.selection_step_result.marked_at is 'When the last mark was given.';
comment on column score.selection_step_result.records is 'Work records of the personal file.';
comment on column score.selection_step_result.directions is 'Records with a functional direction.';
comment on column score.selection_step_result.service is 'Years of service shown.';
comment on column score.selection_step_result.service_required is 'Years of service asked for.';
comment on column score.selection_step_result.language is 'Questions of the language test.';
comment on column score.selection_step_result.words is 'Words of the essay.';
comment on column score.selection_step_result.reliability is
    'Reliability level; shown, without effect.';
comment on column score.selection_step_result.civil_days is 'Civil service, days.';
comment on column score.selection_step_result.is_civil_servant is
    'Serving already: no documents are due.';
comment on column score.selection_step_result.there is 'Parts that are there.';
comment on column score.selection_step_result.documents_at is
    'When the last document of the winner came.';
comment on column score.selection_step_result.appointed_at is 'When the winner was appointed.';
comment on column score.selection_step_result.result_at is 'When the result was reached.';
comment on column score.selection_step_result.announced_at is 'When it was announced.';
comment on column score.selection_step_result.attendance is 'present, absent or withdrawn.';
comment on column score.selection_step_result.is_late is 'The essay came after the time.';
comment on column score.selection_step_result.violation is 'V1 to V7; null: none.';
comment on column score.selection_step_result.verdict is 'passed, violation or proctor_awaited.';
comment on column score.selection_step_result.checked_at is 'When the proctor published.';
comment on column score.selection_step_result.hr is 'Verdict of the HR service.';
comment on column score.selection_step_result.hr_at is 'When the HR service decided.';
comment on column score.selection_step_result.taken_at is 'When the step was taken.';
