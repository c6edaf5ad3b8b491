-- score.entry_points: what the marks or scores of each entry add up to.
-- grain: one row per contest_no, entry_no of fact.entry
-- source: rulebook WM-11 (the sum so far), BP-10 (nothing before all is marked), BP-12 (experts
-- combined: sum and count, never a rounded mean)

create or replace view score.entry_points as
with
from_marks as (
    select
        contest_no,
        entry_no,
        coalesce(sum(mark), 0) as points_sum,
        1 as judge_count,
        count(mark)::integer as marks,
        count(*) filter (is_open)::integer as open_aspects
    from score.aspect_mark
    group by contest_no, entry_no
),

judged as (
    select
        contest_no,
        entry_no,
        list(points order by points) as totals
    from score.judge_total
    group by contest_no, entry_no
),

counted as (
    select
        contest_no,
        entry_no,
        count(*) filter (is_counted)::integer as marks,
        bool_and(criterion = 'total') as is_bare
    from score.criterion_score
    group by contest_no, entry_no
),

asked as (
    select
        contest_no,
        count(*)::integer as criteria
    from score.sheet_criterion
    group by contest_no
),

counting as (
    select
        -- ids
        competitor.contest_no,
        competitor.entry_no,
        marked_on.ruleset_hash,
        marked_on.source,
        competitor.is_expected,
        competitor.is_competing,

        -- rules
        ruleset.combine,
        ruleset.is_total_partial,

        -- points
        case
            when marked_on.source = 'marks' then [from_marks.points_sum]
            when marked_on.source = 'scores' then case ruleset.combine
                when 'median'
                    then judged.totals[(len(judged.totals) + 1) // 2:len(judged.totals) // 2 + 1]
                else judged.totals
            end
        end as totals,
        case marked_on.source
            when 'marks' then from_marks.marks
            when 'scores' then counted.marks
        end as marks,
        case
            when marked_on.source = 'marks' then marked_on.aspects
            when marked_on.source = 'scores' then if(counted.is_bare, 1, asked.criteria)
        end as asked,
        if(marked_on.source = 'marks', from_marks.open_aspects, 0) as open_aspects
    from score.competitor as competitor
    inner join score.marked_on as marked_on on marked_on.contest_no = competitor.contest_no
    inner join ref.ruleset as ruleset on ruleset.ruleset_hash = marked_on.ruleset_hash
    left join from_marks
        on from_marks.contest_no = competitor.contest_no
        and from_marks.entry_no = competitor.entry_no
    left join judged
        on judged.contest_no = competitor.contest_no
        and judged.entry_no = competitor.entry_no
    left join counted
        on counted.contest_no = competitor.contest_no
        and counted.entry_no = competitor.entry_no
    left join asked on asked.contest_no = competitor.contest_no
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
        coalesce(marks, 0) as marks,
        coalesce(asked, 0) as asked,
        coalesce(open_aspects, 0) as open_aspects,
        marks > 0 and coalesce(open_aspects, 0) = 0
            and (is_total_partial or marks = asked) as has_total
    from counting
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
    marks,
    if(is_expected, asked, marks)::integer as marks_expected,
    if(is_expected, open_aspects, 0)::integer as open_aspects,

    -- booleans
    is_competing
from complete;

comment on view score.entry_points is 'What the marks or scores of each entry add up to.';
comment on column score.entry_points.contest_no is 'Physical key of the contest.';
comment on column score.entry_points.entry_no is 'Key of the entry inside its contest.';
comment on column score.entry_points.ruleset_hash is 'Hash of the ruleset that holds.';
comment on column score.entry_points.source is 'marks, scores or archive.';
comment on column score.entry_points.points_sum is
    'Points of judge_count judges together; null: no total.';
comment on column score.entry_points.judge_count is 'What points_sum is divided by.';
comment on column score.entry_points.marks is 'Aspects or criteria that count.';
comment on column score.entry_points.marks_expected is
    'Aspects or criteria there are; of an entry out of the contest, those that are marked.';
comment on column score.entry_points.open_aspects is 'Aspects to be scored again.';
comment on column score.entry_points.is_competing is 'May be ranked.';
