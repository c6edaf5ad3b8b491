-- score.medal: the medal of each entry, by whole scale scores, before any limit of entries.
-- grain: one row per contest_no, entry_no of fact.entry
-- source: rulebook WM-30 to WM-34: the tolerance is measured from the top of a group, never chained

create or replace view score.medal as
with
laid as (
    select
        scale.contest_no,
        scale.entry_no,
        scale.ruleset_hash,
        scale.points_sum,
        scale.judge_count,
        scale.marks,
        scale.marks_expected,
        scale.open_aspects,
        scale.place,
        scale.ranked,
        scale.centre,
        scale.scale,
        scale.scale_method,
        scale.is_competing,
        scale.is_tied,
        ruleset.award_tolerance as tolerance,
        if(ruleset.award_kind = 'scale' and scale.place is not null, scale.scale, null) as score
    from score.scale as scale
    inner join ref.ruleset as ruleset on ruleset.ruleset_hash = scale.ruleset_hash
),

golden as (
    select
        contest_no,
        entry_no,
        ruleset_hash,
        points_sum,
        judge_count,
        marks,
        marks_expected,
        open_aspects,
        place,
        ranked,
        centre,
        scale,
        scale_method,
        is_competing,
        is_tied,
        tolerance,
        score,
        score >= max(score) over of_contest - tolerance as is_gold
    from laid
    window of_contest as (partition by contest_no)
),

silvery as (
    select
        contest_no,
        entry_no,
        ruleset_hash,
        points_sum,
        judge_count,
        marks,
        marks_expected,
        open_aspects,
        place,
        ranked,
        centre,
        scale,
        scale_method,
        is_competing,
        is_tied,
        tolerance,
        score,
        is_gold,
        count(*) filter (is_gold) over of_contest as golds,
        min(score) filter (is_gold) over of_contest as last_gold,
        not is_gold
            and count(*) filter (is_gold) over of_contest = 1
            and score >= max(score) filter (not is_gold) over of_contest - tolerance as is_silver
    from golden
    window of_contest as (partition by contest_no)
),

bronzed as (
    select
        contest_no,
        entry_no,
        ruleset_hash,
        points_sum,
        judge_count,
        marks,
        marks_expected,
        open_aspects,
        place,
        ranked,
        centre,
        scale,
        scale_method,
        is_competing,
        is_tied,
        tolerance,
        score,
        is_gold,
        is_silver,
        golds,
        case
            when golds >= 3 then last_gold
            when count(*) filter (is_silver) over of_contest >= 2
                then min(score) filter (is_silver) over of_contest
            else max(score) filter (not is_gold and not is_silver) over of_contest
        end as bronze_top
    from silvery
    window of_contest as (partition by contest_no)
)

select
    -- ids
    contest_no,
    entry_no,
    ruleset_hash,

    -- numbers
    points_sum,
    judge_count,
    marks,
    marks_expected,
    open_aspects,
    place,
    ranked,
    scale,
    scale_method,

    -- medal
    case
        when is_gold then 'gold'
        when is_silver then 'silver'
        when score >= bronze_top - tolerance then 'bronze'
    end as medal,
    case
        when is_gold then 'WM-30'
        when is_silver or golds = 1 then 'WM-31'
        when golds = 2 then 'WM-32'
        else 'WM-33'
    end as medal_rule,
    case
        when score >= centre then 'medallion'
        when score is not null then 'certificate'
    end as plain,

    -- booleans
    is_competing,
    is_tied
from bronzed;

comment on view score.medal is 'The medal of each entry, by whole scale scores.';
comment on column score.medal.contest_no is 'Physical key of the contest.';
comment on column score.medal.entry_no is 'Key of the entry inside its contest.';
comment on column score.medal.ruleset_hash is 'Hash of the ruleset that holds.';
comment on column score.medal.points_sum is 'Points of judge_count judges together.';
comment on column score.medal.judge_count is 'What points_sum is divided by.';
comment on column score.medal.marks is 'Aspects or criteria that count.';
comment on column score.medal.marks_expected is 'Aspects or criteria there are.';
comment on column score.medal.open_aspects is 'Aspects to be scored again.';
comment on column score.medal.place is '1 is best; null: not ranked.';
comment on column score.medal.ranked is 'Ranked entries of the contest.';
comment on column score.medal.scale is 'Whole scale score; null: none.';
comment on column score.medal.scale_method is 'mad, sd, centre or archive.';
comment on column score.medal.medal is 'gold, silver or bronze; null: none.';
comment on column score.medal.medal_rule is 'Rule by which a medal at this position is given.';
comment on column score.medal.plain is 'What there is without a medal: medallion or certificate.';
comment on column score.medal.is_competing is 'May be ranked.';
comment on column score.medal.is_tied is 'Shares its place.';
