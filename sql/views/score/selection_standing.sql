-- score.selection_standing: how each candidate stands in each step reached, by every reading.
-- grain: one row per contest_no, variant, entry_no, step
-- source: rulebook C1 (a step is reached by passing the one before)

create or replace view score.selection_standing as
with
judged as (
    select
        course.contest_no,
        course.variant,
        course.entry_no,
        course.category,
        course.words,
        course.reliability,
        coalesce(course.interview_reason = 'interviewed', false) as is_met,
        unnest([
            struct_pack(
                step := 'register',
                reason := course.register_reason,
                is_reached := true,
                points := (null)::decimal(12, 3),
                line := (null)::decimal(12, 3),
                total := (null)::decimal(12, 3),
                distance := (null)::decimal(12, 3),
                place := (null)::integer,
                number := (null)::integer,
                missing := (null)::varchar
            ),
            struct_pack(
                step := 'file',
                reason := course.file_reason,
                is_reached := coalesce(course.register_reason, 'passed') = 'passed',
                points := (null)::decimal(12, 3),
                line := (null)::decimal(12, 3),
                total := (null)::decimal(12, 3),
                distance := (null)::decimal(12, 3),
                place := (null)::integer,
                number := (
                    if(
                        course.file_reason = 'file_incomplete',
                        course.records - coalesce(course.directions, 0),
                        null
                    )
                )::integer,
                missing := (null)::varchar
            ),
            struct_pack(
                step := 'law',
                reason := course.law_reason,
                is_reached := coalesce(course.register_reason, 'passed') = 'passed',
                points := (course.law_points)::decimal(12, 3),
                line := (course.law_least)::decimal(12, 3),
                total := (null)::decimal(12, 3),
                distance := (
                    if(
                        course.law_reason = 'below_act',
                        course.law_margin,
                        course.law_points - course.law_least
                    )
                )::decimal(12, 3),
                place := (null)::integer,
                number := (null)::integer,
                missing := (
                    coalesce(nullif(course.law_low, ''), nullif(course.law_missing, ''))
                )::varchar
            ),
            struct_pack(
                step := 'application',
                reason := course.application_reason,
                is_reached := score.step_status(coalesce(course.register_reason, 'passed')) = 'in'
                and score.step_status(coalesce(course.file_reason, 'passed')) = 'in'
                and score.step_status(coalesce(course.law_reason, 'passed')) = 'in',
                points := (course.service)::decimal(12, 3),
                line := (course.service_required)::decimal(12, 3),
                total := (null)::decimal(12, 3),
                distance := (
                    if(
                        course.application_reason = 'does_not_fit',
                        course.service - course.service_required,
                        null
                    )
                )::decimal(12, 3),
                place := (null)::integer,
                number := (null)::integer,
                missing := (null)::varchar
            ),
            struct_pack(
                step := 'pq',
                reason := course.pq_reason,
                is_reached := course.admission = 'in',
                points := (course.pq_points)::decimal(12, 3),
                line := (course.pq_least)::decimal(12, 3),
                total := (null)::decimal(12, 3),
                distance := (course.pq_margin)::decimal(12, 3),
                place := (null)::integer,
                number := (null)::integer,
                missing := (
                    coalesce(nullif(course.pq_violation, ''), nullif(course.pq_missing, ''))
                )::varchar
            ),
            struct_pack(
                step := 'ability',
                reason := course.ability_reason,
                is_reached := true,
                points := (course.ability_points)::decimal(12, 3),
                line := (course.ability_line)::decimal(12, 3),
                total := (null)::decimal(12, 3),
                distance := (course.ability_points - course.ability_line)::decimal(12, 3),
                place := (course.ability_place)::integer,
                number := (course.ability_number)::integer,
                missing := (
                    coalesce(
                        nullif(course.ability_violation, ''),
                        nullif(course.ability_missing, '')
                    )
                )::varchar
            ),
            struct_pack(
                step := 'essay',
                reason := course.essay_reason,
                is_reached := true,
                points := (score.points_of(course.essay_mark, 1, 720720))::decimal(12, 3),
                line := (course.essay_least)::decimal(12, 3),
                total := (null)::decimal(12, 3),
                distance := (
                    score.points_of(course.essay_mark, 1, 720720) - course.essay_least
                )::decimal(12, 3),
                place := (null)::integer,
                number := (
                    if(
                        course.essay_reason = 'marks_missing',
                        course.essay_count,
                        null
                    )
                )::integer,
                missing := (
                    if(
                        course.essay_reason = 'marks_missing',
                        course.essay_expected::varchar,
                        nullif(course.essay_violation, '')
                    )
                )::varchar
            ),
            struct_pack(
                step := 'interview',
                reason := course.interview_reason,
                is_reached := true,
                points := (
                    if(
                        course.interview_reason = 'interviewed',
                        score.points_of(course.interview_mark, 1, 720720),
                        null
                    )
                )::decimal(12, 3),
                line := (course.interview_line)::decimal(12, 3),
                total := (course.earlier_total)::decimal(12, 3),
                distance := (course.earlier_total - course.interview_line)::decimal(12, 3),
                place := (course.interview_place)::integer,
                number := (
                    if(
                        course.interview_reason = 'marks_missing',
                        course.interview_count,
                        course.interview_number
                    )
                )::integer,
                missing := (
                    if(
                        course.interview_reason = 'marks_missing',
                        course.interview_expected::varchar,
                        nullif(course.interview_violation, '')
                    )
                )::varchar
            ),
            struct_pack(
                step := 'result',
                reason := course.result_reason,
                is_reached := true,
                points := (course.total)::decimal(12, 3),
                line := (course.result_line)::decimal(12, 3),
                total := (course.total)::decimal(12, 3),
                distance := (course.total - course.result_line)::decimal(12, 3),
                place := (course.place)::integer,
                number := (course.list_places)::integer,
                missing := (course.tie_step)::varchar
            )
        ]) as step
    from score.selection_course as course
)

select
    contest_no,
    variant,
    entry_no,
    step.step as step,
    score.step_status(step.reason) as status,
    step.reason as reason,
    step.points as points,
    step.line as line,
    step.total as total,
    step.distance as distance,
    step.place as place,
    step.number as number,
    step.missing as missing,
    category,
    words,
    reliability,
    is_met
from judged
where step.is_reached and step.reason is not null;

comment on view score.selection_standing is 'How each candidate stands in each step reached.';
comment on column score.selection_standing.contest_no is 'Physical key of the contest.';
comment on column score.selection_standing.variant is
    'default, or the reading that is taken otherwise, as CS-Q01=down.';
comment on column score.selection_standing.entry_no is 'Key of the candidate inside the contest.';
comment on column score.selection_standing.step is 'Step of the ruleset.';
comment on column score.selection_standing.status is 'in, out, waiting or absent.';
comment on column score.selection_standing.reason is
    'Why: passed, below_total, violation, beyond_line, marks_missing, ...';
comment on column score.selection_standing.points is 'Points of the step; null: not known yet.';
comment on column score.selection_standing.line is
    'Points that are needed: of the threshold, or of the last place that goes on.';
comment on column score.selection_standing.total is
    'Points of the total so far, at the interview and the result.';
comment on column score.selection_standing.distance is
    'Points above the line; below it less than 0.';
comment on column score.selection_standing.place is
    'Place among those who are compared; ties share a place.';
comment on column score.selection_standing.number is
    'Places at the cut; of the file: records without a direction; of marks: those given.';
comment on column score.selection_standing.missing is
    'Parts that are missing or too low, marks expected, the violation, or what broke a tie.';
comment on column score.selection_standing.category is 'Category of the post.';
comment on column score.selection_standing.words is 'Words of the essay.';
comment on column score.selection_standing.reliability is 'Reliability level.';
comment on column score.selection_standing.is_met is
    'Interviewed: the number hides nobody any more.';
