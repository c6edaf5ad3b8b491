-- score.scale: the standard scale score of each entry.
-- grain: one row per contest_no, entry_no of fact.entry
-- source: rulebook WM-20 to WM-24. Medians, sums and squares are whole numbers and exact; the
-- ratio is a double, rounded to nine decimals, then half away from zero

create or replace view score.scale as
with
middle as (
    select
        place.contest_no,
        place.entry_no,
        place.ruleset_hash,
        place.source,
        place.points_sum,
        place.judge_count,
        place.marks,
        place.marks_expected,
        place.open_aspects,
        place.archive_scale,
        place.order_key,
        place.place,
        place.ranked,
        place.is_competing,
        place.is_tied,
        ruleset.scale_estimator as estimator,
        ruleset.scale_centre as centre,
        ruleset.scale_spread as spread,
        ruleset.scale_factor::double as factor,
        case
            when place.source <> 'archive' and ruleset.scale_estimator is not null
                then place.order_key
        end as x,
        min(place.order_key) over of_contest = max(place.order_key) over of_contest as is_flat,
        median(place.order_key) over of_contest as median,
        sum(place.order_key::hugeint) over of_contest as sum_x,
        sum(place.order_key::hugeint * place.order_key) over of_contest as sum_xx
    from score.place as place
    inner join ref.ruleset as ruleset on ruleset.ruleset_hash = place.ruleset_hash
    window of_contest as (partition by place.contest_no)
),

deviation as (
    select
        contest_no,
        entry_no,
        ruleset_hash,
        source,
        points_sum,
        judge_count,
        marks,
        marks_expected,
        open_aspects,
        archive_scale,
        place,
        ranked,
        is_competing,
        is_tied,
        centre,
        spread,
        factor,
        x,
        median,
        sum_x,
        ranked * sum_xx - sum_x * sum_x as variance_nn,
        median(abs(x - median)) over of_contest as mad,
        case
            when source = 'archive' then if(archive_scale is not null, 'archive', null)
            when x is null then null
            when is_flat then 'centre'
            when estimator = 'sd' then 'sd-mean'
            when median(abs(x - median)) over of_contest = 0 then 'sd-median'
            else 'mad'
        end as form
    from middle
    window of_contest as (partition by contest_no)
),

distance as (
    select
        contest_no,
        entry_no,
        ruleset_hash,
        source,
        points_sum,
        judge_count,
        marks,
        marks_expected,
        open_aspects,
        archive_scale,
        place,
        ranked,
        is_competing,
        is_tied,
        centre,
        form,
        spread * case form
            when 'centre' then 0
            when 'mad' then (x - median) / (factor * mad)
            when 'sd-mean' then (ranked * x - sum_x)::double / sqrt(variance_nn::double)
            when 'sd-median' then (x - median) * ranked / sqrt(variance_nn::double)
        end as from_centre
    from deviation
)

select
    -- ids
    contest_no,
    entry_no,
    ruleset_hash,
    source,

    -- numbers
    points_sum,
    judge_count,
    marks,
    marks_expected,
    open_aspects,
    place,
    ranked,
    centre,
    if(form = 'archive', archive_scale, round(round(centre + from_centre, 9))::integer) as scale,

    -- words
    if(form like 'sd-%', 'sd', form) as scale_method,

    -- booleans
    is_competing,
    is_tied
from distance;

comment on view score.scale is 'The standard scale score of each entry.';
comment on column score.scale.contest_no is 'Physical key of the contest.';
comment on column score.scale.entry_no is 'Key of the entry inside its contest.';
comment on column score.scale.ruleset_hash is 'Hash of the ruleset that holds.';
comment on column score.scale.source is 'marks, scores or archive.';
comment on column score.scale.points_sum is 'Points of judge_count judges together.';
comment on column score.scale.judge_count is 'What points_sum is divided by.';
comment on column score.scale.marks is 'Aspects or criteria that count.';
comment on column score.scale.marks_expected is 'Aspects or criteria there are.';
comment on column score.scale.open_aspects is 'Aspects to be scored again.';
comment on column score.scale.place is '1 is best; null: not ranked.';
comment on column score.scale.ranked is 'Ranked entries of the contest.';
comment on column score.scale.centre is 'Centre of the scale; null: no scale.';
comment on column score.scale.scale is 'Whole scale score, no limits; null: none.';
comment on column score.scale.scale_method is
    'mad; sd (also where most totals are equal and the MAD is 0); centre (all equal); archive.';
comment on column score.scale.is_competing is 'May be ranked.';
comment on column score.scale.is_tied is 'Shares its place.';
