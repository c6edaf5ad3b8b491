-- score.vacancy_place: the order of the candidates of each post, and who is proposed.
-- grain: one row per contest_no, variant, entry_no
-- source: rulebook VC-23 (order by verified points, shared places), VC-24 (no tie across the last
-- unit is cut), VC-25 (one list, or one a sheet); people decide. What is said of a candidate and
-- the post goes along: who shows places shows it too, and to look it up again is to plan it again

create or replace view score.vacancy_place as
with
held as (
    select
        contest_no,
        variant,
        entry_no,
        form,
        verified,
        form_due,
        claimed,
        unanswered,
        waiting,
        missing,
        received_on,
        channel,
        is_complete,
        is_late,
        is_qualified,
        is_above_printed_range,
        decision,
        decided_by,
        reading,
        other,
        last_day,
        units,
        is_per_sheet,
        case
            when is_excluded then 'excluded'
            when is_late then 'late'
            when is_returned then 'return'
            when is_unqualified then 'not_qualified'
            when verified is null then 'unanswered'
            when not is_checked then 'documents_awaited'
        end as hindrance
    from score.vacancy_candidate
),

ranked as (
    select
        held.contest_no,
        held.variant,
        held.entry_no,
        held.form,
        held.verified,
        held.form_due,
        held.claimed,
        held.unanswered,
        held.waiting,
        held.missing,
        held.received_on,
        held.channel,
        held.is_complete,
        held.is_late,
        held.is_qualified,
        held.is_above_printed_range,
        held.decision,
        held.decided_by,
        held.hindrance,
        if(held.is_per_sheet, held.form, 0) as pool,
        held.reading,
        held.other,
        held.last_day,
        held.units,
        case
            when coalesce(held.hindrance, 'documents_awaited') = 'documents_awaited'
                then held.verified
        end as points,
        if(held.hindrance is null, held.verified, null) as sure_points
    from held
),

placed as (
    select
        contest_no,
        variant,
        entry_no,
        form,
        verified,
        form_due,
        claimed,
        unanswered,
        waiting,
        missing,
        received_on,
        channel,
        is_complete,
        is_late,
        is_qualified,
        is_above_printed_range,
        decision,
        decided_by,
        reading,
        other,
        last_day,
        hindrance,
        units,
        if(points is not null, rank() over by_points, null) as place,
        if(points is not null, rank() over by_points_of_form, null) as place_of_form,
        coalesce(points is not null and count(*) over same_points > 1, false) as is_tied,
        rank() over by_sure_points as sure_place,
        count(*) over same_sure_points as sharers
    from ranked
    window
        by_points as (partition by contest_no, variant, pool order by points desc nulls last),
        by_points_of_form as (
            partition by contest_no, variant, form order by points desc nulls last
        ),
        same_points as (partition by contest_no, variant, pool, points),
        by_sure_points as (
            partition by contest_no, variant, pool order by sure_points desc nulls last
        ),
        same_sure_points as (partition by contest_no, variant, pool, sure_points)
)

select
    contest_no,
    variant,
    entry_no,
    place::integer as place,
    place_of_form::integer as place_of_form,
    is_tied,
    case
        when hindrance is not null then hindrance
        when sure_place + sharers - 1 <= units then 'proposed'
        when sure_place <= units then 'commission_decides'
        else 'reserve'
    end as proposal,
    case coalesce(hindrance, 'ranked')
        when 'excluded' then 'VC-24'
        when 'late' then 'VC-03'
        when 'return' then 'VC-05'
        when 'not_qualified' then 'VC-02'
        when 'unanswered' then 'VC-26'
        when 'documents_awaited' then 'VC-05'
        else 'VC-24'
    end as rule,

    -- of the post
    reading,
    other,
    last_day,

    -- of the candidate
    form,
    form_due,
    claimed,
    verified,
    unanswered,
    waiting,
    missing,
    received_on,
    channel,
    is_complete,
    is_late,
    is_qualified,
    is_above_printed_range,
    decision,
    decided_by
from placed;

comment on view score.vacancy_place is 'The order of the candidates, and who is proposed.';
comment on column score.vacancy_place.contest_no is 'Physical key of the contest.';
comment on column score.vacancy_place.variant is
    'default, or the reading that is taken otherwise, as VC-Q01=1.';
comment on column score.vacancy_place.entry_no is 'Key of the candidate inside the contest.';
comment on column score.vacancy_place.place is '1 is best; ties share a place; null: not ranked.';
comment on column score.vacancy_place.place_of_form is
    'Place among the candidates of the same sheet.';
comment on column score.vacancy_place.is_tied is 'Others have the same points.';
comment on column score.vacancy_place.proposal is
    'proposed, commission_decides, reserve, or excluded, late, return, not_qualified, ...';
comment on column score.vacancy_place.rule is 'The rule behind the proposal.';
comment on column score.vacancy_place.reading is 'As in score.vacancy_post.';
comment on column score.vacancy_place.other is 'As in score.vacancy_post.';
comment on column score.vacancy_place.last_day is 'As in score.vacancy_post.';
comment on column score.vacancy_place.form is 'As in score.vacancy_candidate.';
comment on column score.vacancy_place.form_due is 'As in score.vacancy_candidate.';
comment on column score.vacancy_place.claimed is 'As in score.vacancy_candidate.';
comment on column score.vacancy_place.verified is 'As in score.vacancy_candidate.';
comment on column score.vacancy_place.unanswered is 'As in score.vacancy_candidate.';
comment on column score.vacancy_place.waiting is 'As in score.vacancy_candidate.';
comment on column score.vacancy_place.missing is 'As in score.vacancy_candidate.';
comment on column score.vacancy_place.received_on is 'As in score.vacancy_candidate.';
comment on column score.vacancy_place.channel is 'As in score.vacancy_candidate.';
comment on column score.vacancy_place.is_complete is 'As in score.vacancy_candidate.';
comment on column score.vacancy_place.is_late is 'As in score.vacancy_candidate.';
comment on column score.vacancy_place.is_qualified is 'As in score.vacancy_candidate.';
comment on column score.vacancy_place.is_above_printed_range is 'As in score.vacancy_candidate.';
comment on column score.vacancy_place.decision is 'As in score.vacancy_candidate.';
comment on column score.vacancy_place.decided_by is 'As in score.vacancy_candidate.';
