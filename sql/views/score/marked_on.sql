-- score.marked_on: whether a contest is reckoned from marks of aspects or from scores of criteria.
-- grain: one row per contest_no of fact.contest
-- source: rulebook WM-11, WM-24; aspects are finer than criteria, so marks win over scores

create or replace view score.marked_on as
with
scheme as (
    select
        contest_no,
        count(*)::integer as aspects
    from fact.aspect
    group by contest_no
),

marked as (
    select
        mark.contest_no,
        count(*) as marks
    from fact.mark as mark
    inner join fact.aspect as aspect
        on aspect.contest_no = mark.contest_no
        and aspect.aspect = mark.aspect
    group by mark.contest_no
),

scored as (
    select
        contest_no,
        bool_or(criterion <> 'total') as has_criteria
    from fact.score
    group by contest_no
)

select
    -- ids
    contest.contest_no,
    contest.ruleset_hash,

    -- what and how much
    case
        when contest.is_archive then 'archive'
        when marked.marks > 0 or (scored.contest_no is null and scheme.aspects > 0) then 'marks'
        else 'scores'
    end as source,
    coalesce(scheme.aspects, 0) as aspects,
    scored.has_criteria
from fact.contest as contest
left join scheme on scheme.contest_no = contest.contest_no
left join marked on marked.contest_no = contest.contest_no
left join scored on scored.contest_no = contest.contest_no;

comment on view score.marked_on is 'What a contest is reckoned from.';
comment on column score.marked_on.contest_no is 'Physical key of the contest.';
comment on column score.marked_on.ruleset_hash is 'Hash of the ruleset that holds.';
comment on column score.marked_on.source is
    'marks (of aspects), scores (of criteria) or archive (a ready-made scale).';
comment on column score.marked_on.aspects is 'Aspects of the marking scheme.';
comment on column score.marked_on.has_criteria is
    'Its scores name criteria; false: bare totals; null: no scores yet.';
