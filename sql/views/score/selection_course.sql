-- score.selection_course: the cuts of a selection: who goes on from step to step, by every reading.
-- grain: one row per contest_no, variant, entry_no
-- source: rulebook CS-19 to CS-24 (the best half, but at least three), CS-29, CS-30 (at most three,
-- but for ties), CS-32, CS-33 (best three; longer experience, then education, then the commission),
-- CS-39; nobody is in or out of a cut before all who take the step are checked

create or replace view score.selection_course as
with
verdict as materialized (
    select
        contest_no,
        variant,
        entry_no,
        admission,
        register_reason,
        file_reason,
        law_reason,
        application_reason,
        pq_reason,
        pq_margin,
        essay_mark,
        interview_mark,
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
        ability_reason,
        ability_points,
        ability_key,
        essay_reason,
        essay_key,
        interview_reason,
        interview_key,
        result_reason,
        pq_key,
        experience,
        education_ord,
        decided_place,
        half_base,
        half_least,
        half_rounding,
        interview_seats,
        list_places,
        tie_scope,
        multiplier,
        divisor
    from score.selection_verdict
),

started as materialized (
    select
        contest_no,
        variant,
        entry_no,
        admission = 'in' and pq_reason = 'passed' as is_tested,
        admission = 'in' and score.step_status(pq_reason) = 'waiting' as is_coming,
        ability_reason as fate,
        ability_points,
        half_base,
        half_least,
        half_rounding,
        essay_reason,
        interview_reason,
        result_reason,
        pq_key + ability_key + if(essay_reason is null, 0, essay_key) as key,
        interview_key,
        interview_seats,
        experience,
        education_ord,
        decided_place,
        list_places,
        tie_scope,
        multiplier,
        divisor
    from verdict
),

based as (
    select
        contest_no,
        variant,
        entry_no,
        is_tested,
        fate,
        is_tested and fate not in ('withdrawn', 'absent', 'awaited') as is_attended,
        is_coming or (is_tested and score.step_status(fate) = 'waiting') as is_open,
        case
            when not is_tested then null
            when fate in ('passed', 'proctor_awaited') then ability_points
            when half_base = 'cut_then_exclude' and fate in ('excluded', 'violation')
                then ability_points
        end as points,
        half_base,
        half_least,
        half_rounding
    from started
),

halved as (
    select
        contest_no,
        variant,
        bool_or(is_open) as is_open,
        score.half_of(
            count(*) filter (
                is_attended and (half_base <> 'valid' or fate not in ('excluded', 'violation'))
            ),
            any_value(half_least),
            any_value(half_rounding)
        )::integer as number
    from based
    group by contest_no, variant
),

ability_place as (
    select
        contest_no,
        variant,
        entry_no,
        points,
        rank() over by_points as place
    from based
    where points is not null
    window by_points as (partition by contest_no, variant order by points desc)
),

ability_line as (
    select
        halved.contest_no,
        halved.variant,
        min(ability_place.points) as line
    from halved
    inner join ability_place
        on ability_place.contest_no = halved.contest_no
        and ability_place.variant = halved.variant
    where score.goes_on(ability_place.place, halved.number)
    group by halved.contest_no, halved.variant
),

tested as materialized (
    select
        started.contest_no,
        started.variant,
        started.entry_no,
        case
            when not started.is_tested then null
            when started.fate <> 'passed' then started.fate
            when halved.is_open then 'cut_open'
            when score.goes_on(ability_place.place, halved.number)
                then if(halved.number <= 2, 'few', 'within_line')
            else 'beyond_line'
        end as ability_reason,
        if(started.is_tested, ability_place.place, null)::integer as ability_place,
        if(started.is_tested, halved.number, null) as ability_number,
        if(started.is_tested, ability_line.line, null) as ability_line,
        started.is_coming,
        started.essay_reason,
        started.interview_reason,
        started.result_reason,
        started.key,
        started.interview_key,
        started.interview_seats,
        started.experience,
        started.education_ord,
        started.decided_place,
        started.list_places,
        started.tie_scope,
        started.multiplier,
        started.divisor
    from started
    inner join halved
        on halved.contest_no = started.contest_no
        and halved.variant = started.variant
    left join ability_place
        on ability_place.contest_no = started.contest_no
        and ability_place.variant = started.variant
        and ability_place.entry_no = started.entry_no
    left join ability_line
        on ability_line.contest_no = started.contest_no
        and ability_line.variant = started.variant
),

entrant as (
    select
        contest_no,
        variant,
        entry_no,
        key,
        interview_seats,
        score.step_status(ability_reason) = 'in'
        and coalesce(score.step_status(essay_reason), 'in') = 'in' as is_entrant,
        coalesce(
            is_coming
            or score.step_status(ability_reason) = 'waiting'
            or (
                score.step_status(ability_reason) = 'in'
                and score.step_status(essay_reason) = 'waiting'
            ),
            false
        ) as is_open
    from tested
),

seated as (
    select
        contest_no,
        variant,
        bool_or(is_open) as is_open,
        least(
            any_value(interview_seats), count(*) filter (is_entrant)
        )::integer as number
    from entrant
    group by contest_no, variant
),

interview_place as (
    select
        contest_no,
        variant,
        entry_no,
        key,
        rank() over by_points as place
    from entrant
    where is_entrant
    window by_points as (partition by contest_no, variant order by key desc)
),

interview_line as (
    select
        seated.contest_no,
        seated.variant,
        min(interview_place.key) as line
    from seated
    inner join interview_place
        on interview_place.contest_no = seated.contest_no
        and interview_place.variant = seated.variant
    where score.goes_on(interview_place.place, seated.number)
    group by seated.contest_no, seated.variant
),

met as materialized (
    select
        tested.contest_no,
        tested.variant,
        tested.entry_no,
        tested.ability_reason,
        tested.ability_place,
        tested.ability_number,
        tested.ability_line,
        if(
            score.step_status(tested.ability_reason) = 'in', tested.essay_reason, null
        ) as essay_reason,
        case
            when interview_place.place is null then null
            when tested.interview_reason = 'excluded' then 'excluded'
            when seated.is_open then 'cut_open'
            when not score.goes_on(interview_place.place, seated.number) then 'beyond_three'
            else tested.interview_reason
        end as interview_reason,
        interview_place.place::integer as interview_place,
        seated.number as interview_number,
        interview_line.line as interview_line,
        seated.is_open,
        tested.result_reason,
        tested.key as earlier_key,
        tested.key + tested.interview_key as key,
        tested.experience,
        tested.education_ord,
        tested.decided_place,
        tested.list_places,
        tested.tie_scope,
        tested.multiplier,
        tested.divisor
    from tested
    inner join seated
        on seated.contest_no = tested.contest_no
        and seated.variant = tested.variant
    left join interview_place
        on interview_place.contest_no = tested.contest_no
        and interview_place.variant = tested.variant
        and interview_place.entry_no = tested.entry_no
    left join interview_line
        on interview_line.contest_no = tested.contest_no
        and interview_line.variant = tested.variant
),

closed as (
    select
        contest_no,
        variant,
        bool_or(
            is_open or coalesce(score.step_status(interview_reason) = 'waiting', false)
        ) as is_open,
        max(key) filter (
            interview_reason = 'interviewed' and result_reason is distinct from 'excluded'
        ) as top
    from met
    group by contest_no, variant
),

finalist as materialized (
    select
        met.contest_no,
        met.variant,
        met.entry_no,
        met.key,
        met.experience,
        met.education_ord,
        met.decided_place,
        met.tie_scope,
        met.tie_scope = 'all' or met.key = closed.top as is_chained,
        met.list_places
    from met
    inner join closed
        on closed.contest_no = met.contest_no
        and closed.variant = met.variant
    where
        met.interview_reason = 'interviewed'
        and met.result_reason is distinct from 'excluded'
        and not closed.is_open
),

by_experience as materialized (
    select
        contest_no,
        variant,
        entry_no,
        key,
        decided_place,
        education_ord,
        tie_scope,
        is_chained,
        list_places,
        count(*) over same as same_total,
        if(count(experience) over same < count(*) over same, -1, experience) as experience
    from finalist
    window same as (partition by contest_no, variant, key)
),

by_education as materialized (
    select
        contest_no,
        variant,
        entry_no,
        key,
        decided_place,
        tie_scope,
        is_chained,
        list_places,
        same_total,
        experience,
        count(*) over same as same_experience,
        if(
            experience = -1 or count(education_ord) over same < count(*) over same,
            1000,
            education_ord
        ) as education
    from by_experience
    window same as (partition by contest_no, variant, key, experience)
),

chained as materialized (
    select
        contest_no,
        variant,
        entry_no,
        key,
        list_places,
        case
            when same_total = 1 or not is_chained then null
            when same_experience = 1 then 'seniority'
            when count(*) over same_education = 1 then 'education_level'
            when count(*) over same_decision = 1 then 'commission'
            else 'undecided'
        end as tie_step,
        case
            when not is_chained then 1
            when tie_scope = 'winner' then least(rank() over chain, 2)
            else rank() over chain
        end as chain_place
    from by_education
    window
        same_education as (partition by contest_no, variant, key, experience, education),
        same_decision as (
            partition by contest_no, variant, key, experience, education, decided_place
        ),
        chain as (
            partition by contest_no, variant, key
            order by experience desc, education, decided_place
        )
),

placed as (
    select
        contest_no,
        variant,
        entry_no,
        key,
        list_places,
        tie_step,
        (rank() over best)::integer as place,
        count(*) over shared > 1 as is_tied
    from chained
    window
        best as (partition by contest_no, variant order by key desc, chain_place),
        shared as (partition by contest_no, variant, key, chain_place)
),

result_line as (
    select
        contest_no,
        variant,
        min(key) as line
    from placed
    where score.goes_on(place, list_places)
    group by contest_no, variant
)

select
    met.contest_no,
    met.variant,
    met.entry_no,
    met.ability_reason,
    met.ability_place,
    met.ability_number,
    met.ability_line,
    met.essay_reason,
    met.interview_reason,
    met.interview_place,
    met.interview_number,
    score.points_of(met.interview_line, met.multiplier, met.divisor) as interview_line,
    score.points_of(met.earlier_key, met.multiplier, met.divisor) as earlier_total,
    case
        when met.interview_reason is distinct from 'interviewed' then null
        when met.result_reason = 'excluded' then 'excluded'
        when closed.is_open then 'cut_open'
        when met.result_reason is not null then met.result_reason
        when not score.goes_on(placed.place, met.list_places) then 'beyond_list'
        when placed.place = 1 and placed.is_tied then 'commission_decides'
        when placed.place = 1 then 'winner'
        else 'listed'
    end as result_reason,
    placed.place,
    coalesce(placed.is_tied, false) as is_tied,
    placed.tie_step,
    if(
        met.interview_reason = 'interviewed',
        score.points_of(met.key, met.multiplier, met.divisor),
        null
    ) as total,
    score.points_of(result_line.line, met.multiplier, met.divisor) as result_line,

    -- of the verdict
    verdict.admission,
    verdict.register_reason,
    verdict.file_reason,
    verdict.law_reason,
    verdict.application_reason,
    verdict.pq_reason,
    verdict.pq_margin,
    verdict.essay_mark,
    verdict.interview_mark,
    verdict.category,
    verdict.words,
    verdict.reliability,
    verdict.records,
    verdict.directions,
    verdict.law_points,
    verdict.law_margin,
    verdict.law_low,
    verdict.law_missing,
    verdict.service,
    verdict.service_required,
    verdict.pq_points,
    verdict.pq_missing,
    verdict.pq_violation,
    verdict.ability_missing,
    verdict.ability_violation,
    verdict.essay_violation,
    verdict.essay_count,
    verdict.essay_expected,
    verdict.interview_violation,
    verdict.interview_count,
    verdict.interview_expected,
    verdict.law_least,
    verdict.pq_least,
    verdict.essay_least,
    verdict.ability_points,
    verdict.list_places
from met
inner join verdict
    on verdict.contest_no = met.contest_no
    and verdict.variant = met.variant
    and verdict.entry_no = met.entry_no
inner join closed
    on closed.contest_no = met.contest_no
    and closed.variant = met.variant
left join placed
    on placed.contest_no = met.contest_no
    and placed.variant = met.variant
    and placed.entry_no = met.entry_no
left join result_line
    on result_line.contest_no = met.contest_no
    and result_line.variant = met.variant;

comment on view score.selection_course is
    'The cuts of a selection: who goes on from step to step.';
comment on column score.selection_course.contest_no is 'Physical key of the contest.';
comment on column score.selection_course.variant is
    'default, or the reading that is taken otherwise, as CS-Q01=down.';
comment on column score.selection_course.entry_no is 'Key of the candidate inside the contest.';
comment on column score.selection_course.ability_reason is
    'Of the ability test; null: not reached.';
comment on column score.selection_course.ability_place is 'Place at the ability test.';
comment on column score.selection_course.ability_number is 'Places of the half rule.';
comment on column score.selection_course.ability_line is 'Points of the last place that goes on.';
comment on column score.selection_course.essay_reason is
    'Of the essay; null: not reached, or none is written.';
comment on column score.selection_course.interview_reason is
    'Of the interview; null: not reached.';
comment on column score.selection_course.interview_place is
    'Place by the points of the earlier steps.';
comment on column score.selection_course.interview_number is 'Seats of the interview.';
comment on column score.selection_course.interview_line is
    'Points of the last place that is invited.';
comment on column score.selection_course.earlier_total is
    'Points of the steps before the interview.';
comment on column score.selection_course.result_reason is 'Of the result; null: not interviewed.';
comment on column score.selection_course.place is
    '1 is best; ties that nothing breaks share a place; null: not ranked yet.';
comment on column score.selection_course.is_tied is 'Others share the place.';
comment on column score.selection_course.tie_step is
    'seniority, education_level, commission, undecided; null: no tie.';
comment on column score.selection_course.total is
    'Points of the total; percent if the rules weigh so; null: not interviewed.';
comment on column score.selection_course.result_line is 'Points of the last place of the list.';
comment on column score.selection_course.admission is 'As in score.selection_verdict.';
comment on column score.selection_course.register_reason is 'As in score.selection_verdict.';
comment on column score.selection_course.file_reason is 'As in score.selection_verdict.';
comment on column score.selection_course.law_reason is 'As in score.selection_verdict.';
comment on column score.selection_course.application_reason is 'As in score.selection_verdict.';
comment on column score.selection_course.pq_reason is 'As in score.selection_verdict.';
comment on column score.selection_course.pq_margin is 'As in score.selection_verdict.';
comment on column score.selection_course.essay_mark is 'As in score.selection_verdict.';
comment on column score.selection_course.interview_mark is 'As in score.selection_verdict.';
comment on column score.selection_course.category is 'As in score.selection_verdict.';
comment on column score.selection_course.words is 'As in score.selection_verdict.';
comment on column score.selection_course.reliability is 'As in score.selection_verdict.';
comment on column score.selection_course.records is 'As in score.selection_verdict.';
comment on column score.selection_course.directions is 'As in score.selection_verdict.';
comment on column score.selection_course.law_points is 'As in score.selection_verdict.';
comment on column score.selection_course.law_margin is 'As in score.selection_verdict.';
comment on column score.selection_course.law_low is 'As in score.selection_verdict.';
comment on column score.selection_course.law_missing is 'As in score.selection_verdict.';
comment on column score.selection_course.service is 'As in score.selection_verdict.';
comment on column score.selection_course.service_required is 'As in score.selection_verdict.';
comment on column score.selection_course.pq_points is 'As in score.selection_verdict.';
comment on column score.selection_course.pq_missing is 'As in score.selection_verdict.';
comment on column score.selection_course.pq_violation is 'As in score.selection_verdict.';
comment on column score.selection_course.ability_missing is 'As in score.selection_verdict.';
comment on column score.selection_course.ability_violation is 'As in score.selection_verdict.';
comment on column score.selection_course.essay_violation is 'As in score.selection_verdict.';
comment on column score.selection_course.essay_count is 'As in score.selection_verdict.';
comment on column score.selection_course.essay_expected is 'As in score.selection_verdict.';
comment on column score.selection_course.interview_violation is 'As in score.selection_verdict.';
comment on column score.selection_course.interview_count is 'As in score.selection_verdict.';
comment on column score.selection_course.interview_expected is 'As in score.selection_verdict.';
comment on column score.selection_course.law_least is 'As in score.selection_verdict.';
comment on column score.selection_course.pq_least is 'As in score.selection_verdict.';
comment on column score.selection_course.essay_least is 'As in score.selection_verdict.';
comment on column score.selection_course.ability_points is 'As in score.selection_verdict.';
comment on column score.selection_course.list_places is 'As in score.selection_verdict.';
