-- score.award: who is proposed for what by the rules, and what the jury decided instead.
-- grain: one row per contest_no, entry_no of fact.entry
-- source: rulebook WM-30 to WM-35 (by scale), BP-15, BP-17, BP-18 (by place, by the jury)

create or replace view score.award as
with
jury as (
    select
        contest_no,
        max_by(value, (batch_no, coalesce(source_row, 0))) filter (
            kind = 'tie' and entry_no is null
        ) in ('both', 'all', 'share') as is_shared,
        list(
            struct_pack(entry_no := entry_no, award := value)
            order by batch_no, coalesce(source_row, 0)
        ) filter (kind = 'award' and entry_no is not null) as awards
    from fact.decision
    where kind in ('tie', 'award')
    group by contest_no
),

judged as (
    select
        proposal.contest_no,
        proposal.entry_no,
        proposal.points_sum,
        proposal.judge_count,
        proposal.marks,
        proposal.marks_expected,
        proposal.open_aspects,
        proposal.place,
        proposal.scale,
        proposal.scale_method,
        proposal.is_tied,
        proposal.is_competing,
        proposal.award,
        proposal.rule,
        proposal.is_undecided,
        proposal.is_beaten,
        proposal.tie_step,
        proposal.rivals is not null and coalesce(jury.is_shared, false) as is_shared,
        [act.award for act in jury.awards if act.entry_no = proposal.entry_no][-1] as verdict,
        coalesce(
            list_has_any(proposal.rivals, [act.entry_no for act in jury.awards]), false
        ) as has_verdict_on_rivals
    from score.proposal as proposal
    left join jury on jury.contest_no = proposal.contest_no
)

select
    -- ids
    contest_no,
    entry_no,

    -- numbers
    points_sum,
    judge_count,
    marks,
    marks_expected,
    open_aspects,
    place,
    scale,
    scale_method,

    -- booleans
    is_tied,

    -- award
    case
        when is_competing and verdict is not null then nullif(verdict, 'none')
        when (is_undecided or is_beaten) and not is_shared then null
        else award
    end as award,
    case
        when is_competing and verdict is not null then 'jury'
        when is_shared then 'jury'
        when is_undecided then null
        else rule
    end as decided_by,

    -- ties
    if(is_shared, null, tie_step) as tie_step,
    case
        when not is_tied then null
        when is_shared or (is_undecided and has_verdict_on_rivals) then 'jury_decision'
        when is_undecided then 'jury_decision_needed'
        when tie_step is not null then 'criteria_order'
        else 'shared_place'
    end as tie_reason
from judged;

comment on view score.award is 'Who gets what, by the rules or by the jury.';
comment on column score.award.contest_no is 'Physical key of the contest.';
comment on column score.award.entry_no is 'Key of the entry inside its contest.';
comment on column score.award.points_sum is 'Points of judge_count judges together.';
comment on column score.award.judge_count is 'What points_sum is divided by.';
comment on column score.award.marks is 'Aspects or criteria that count.';
comment on column score.award.marks_expected is 'Aspects or criteria there are.';
comment on column score.award.open_aspects is 'Aspects to be scored again.';
comment on column score.award.place is '1 is best; null: not ranked.';
comment on column score.award.scale is 'Whole scale score; null: none.';
comment on column score.award.scale_method is 'mad, sd, centre or archive.';
comment on column score.award.is_tied is 'Shares its place.';
comment on column score.award.award is 'Award code; null: none, or the jury must decide.';
comment on column score.award.decided_by is 'Rule id, or jury; null: nothing decided.';
comment on column score.award.tie_step is 'Criterion in the order of tie breaks that decided.';
comment on column score.award.tie_reason is
    'shared_place, jury_decision_needed, jury_decision or criteria_order; null: no tie.';
