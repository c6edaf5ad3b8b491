-- score.entry_points: what the marks or scores of each entry add up to.
-- grain: one row per contest_no, entry_no of fact.entry
-- source: rulebook WM-11 (the sum so far), BP-10 (nothing before all is marked), BP-12 (experts
-- combined: sum and count, never a rounded mean); aspects are finer than criteria, so marks win

create or replace view score.entry_points as
with
criterion_sum as (
    select
        contest_no,
        entry_no,
        criterion,
        coalesce(sum(mark), 0) as points,
        count(mark) as marks,
        count(*) filter (is_open) as open_aspects
    from score.aspect_mark
    group by contest_no, entry_no, criterion
),

from_marks as (
    select
        contest_no,
        entry_no,
        [sum(points)] as totals,
        sum(marks)::integer as marks,
        sum(open_aspects)::integer as open_aspects,
        list(
            struct_pack(
                criterion := criterion,
                order_key := (points * 1000)::bigint * 720720,
                marks := marks
            )
        ) as parts
    from criterion_sum
    group by contest_no, entry_no
),

from_scores as (
    select
        contest_no,
        entry_no,
        list(points order by points) as totals,
        max(criteria) as marks,
        any_value(criteria_found) as criteria_found,
        bool_and(is_bare) as is_bare,
        flatten(list(parts)) as parts
    from score.judge_total
    group by contest_no, entry_no
),

scheme as (
    select
        contest_no,
        count(*)::integer as aspects,
        count(distinct criterion)::integer as criteria
    from fact.aspect
    group by contest_no
),

sheet as (
    select
        ruleset_hash,
        count(*)::integer as columns,
        nullif(count(*) filter (criterion <> 'total'), 0)::integer as criteria
    from ref.criterion
    where is_used
    group by ruleset_hash
),

joined as (
    select
        -- ids
        competitor.contest_no,
        competitor.entry_no,
        contest.ruleset_hash,
        competitor.is_expected,
        competitor.is_competing,
        competitor.is_zero,

        -- rules
        ruleset.combine,
        ruleset.is_total_partial,
        coalesce(scheme.aspects, 0) as aspects,
        case
            when max(from_scores.criteria_found) over of_contest > 0 then coalesce(
                sheet.criteria, scheme.criteria, max(from_scores.criteria_found) over of_contest
            )
            when count(from_scores.entry_no) over of_contest > 0 then 1
            else coalesce(sheet.columns, 1)
        end as criteria,
        case
            when contest.is_archive then 'archive'
            when count(from_marks.entry_no) over of_contest > 0 then 'marks'
            when count(from_scores.entry_no) over of_contest > 0 then 'scores'
            when scheme.aspects > 0 then 'marks'
            else 'scores'
        end as source,

        -- points
        from_marks.totals as mark_totals,
        from_marks.marks as mark_marks,
        from_marks.open_aspects,
        from_marks.parts as mark_parts,
        from_scores.totals as score_totals,
        from_scores.marks as score_marks,
        from_scores.parts as score_parts,
        coalesce(from_scores.is_bare, false) as is_bare
    from score.competitor as competitor
    inner join fact.contest as contest on contest.contest_no = competitor.contest_no
    inner join ref.ruleset as ruleset on ruleset.ruleset_hash = contest.ruleset_hash
    left join sheet on sheet.ruleset_hash = contest.ruleset_hash
    left join scheme on scheme.contest_no = competitor.contest_no
    left join from_marks
        on from_marks.contest_no = competitor.contest_no
        and from_marks.entry_no = competitor.entry_no
    left join from_scores
        on from_scores.contest_no = competitor.contest_no
        and from_scores.entry_no = competitor.entry_no
    where ruleset.engine not in ('options', 'exam', 'funnel')
    window of_contest as (partition by competitor.contest_no)
),

counted as (
    select
        contest_no,
        entry_no,
        ruleset_hash,
        source,
        is_expected,
        is_competing,
        combine,
        is_total_partial,
        case
            when is_zero then [0::decimal(38, 3)]
            when source = 'marks' then mark_totals
            when source = 'scores' and combine = 'median'
                then score_totals[(len(score_totals) + 1) // 2:len(score_totals) // 2 + 1]
            when source = 'scores' then score_totals
        end as totals,
        case
            when is_zero then null
            when source = 'marks' then mark_parts
            when source = 'scores' then score_parts
        end as parts,
        case
            when is_zero and source = 'marks' then aspects
            when is_zero and source = 'scores' then criteria
            when source = 'marks' then coalesce(mark_marks, 0)
            when source = 'scores' then coalesce(score_marks, 0)
            else 0
        end as marks,
        case
            when source = 'marks' then aspects
            when source = 'scores' then if(is_bare and not is_zero, 1, criteria)
            else 0
        end as asked,
        if(source = 'marks' and not is_zero, coalesce(open_aspects, 0), 0) as open_aspects
    from joined
),

complete as (
    select
        contest_no,
        entry_no,
        ruleset_hash,
        source,
        is_expected,
        is_competing,
        combine,
        totals,
        parts,
        marks,
        asked,
        open_aspects,
        marks > 0 and open_aspects = 0 and (is_total_partial or marks >= asked) as has_total
    from counted
)

select
    -- ids
    contest_no,
    entry_no,
    ruleset_hash,
    source,

    -- numbers
    case when has_total then list_sum(totals)::decimal(18, 3) end as points_sum,
    case when has_total then if(combine = 'sum', 1, len(totals))::integer end as judge_count,
    parts,
    marks,
    if(is_expected, asked, marks) as marks_expected,
    if(is_expected, open_aspects, 0) as open_aspects,

    -- booleans
    is_competing
from complete;

comment on view score.entry_points is 'What the marks or scores of each entry add up to.';
comment on column score.entry_points.contest_no is 'Physical key of the contest.';
comment on column score.entry_points.entry_no is 'Key of the entry inside its contest.';
comment on column score.entry_points.ruleset_hash is 'Hash of the ruleset that holds.';
comment on column score.entry_points.source is
    'marks (of aspects), scores (of criteria) or archive (a ready-made scale).';
comment on column score.entry_points.points_sum is
    'Points of judge_count judges together; null: no total.';
comment on column score.entry_points.judge_count is 'What points_sum is divided by.';
comment on column score.entry_points.parts is
    'Criteria, the order keys of one criterion adding up to it: thousandths times 720720.';
comment on column score.entry_points.marks is 'Aspects or criteria that count.';
comment on column score.entry_points.marks_expected is
    'Aspects or criteria there are; of an entry out of the contest, those that are marked.';
comment on column score.entry_points.open_aspects is 'Aspects to be scored again.';
comment on column score.entry_points.is_competing is 'May be ranked.';
