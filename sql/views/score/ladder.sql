-- score.ladder: the standard scale of a contest, and from which score on there is which medal.
-- grain: one row per contest_no with entries
-- source: rulebook WM-20 to WM-24 (scale), WM-30 to WM-33 (medals: the tolerance is measured from
-- the top of a group, never chained). Medians, sums and squares are exact; a score is
-- centre + spread * (weight * order_key - origin) / unit as a double, rounded to nine decimals,
-- then half away from zero

create or replace view score.ladder as
with
measured as (
    select
        field.contest_no,
        field.ruleset_hash,
        field.source,
        field.order_keys,
        field.entries,
        ruleset.scale_estimator as estimator,
        ruleset.scale_centre as centre,
        ruleset.scale_spread as spread,
        ruleset.scale_factor::double as factor,
        if(ruleset.award_kind = 'scale', ruleset.award_tolerance, null) as tolerance,
        len(field.order_keys) as ranked,
        list_aggregate(field.order_keys, 'median') as median,
        list_sum([order_key::hugeint for order_key in field.order_keys]) as sum_keys,
        list_sum([order_key::hugeint * order_key for order_key in field.order_keys]) as sum_squares
    from score.field as field
    inner join ref.ruleset as ruleset on ruleset.ruleset_hash = field.ruleset_hash
),

deviated as (
    select
        contest_no,
        ruleset_hash,
        source,
        order_keys,
        entries,
        estimator,
        centre,
        spread,
        factor,
        tolerance,
        ranked,
        median,
        sum_keys,
        sqrt((ranked * sum_squares - sum_keys * sum_keys)::double) as deviation,
        list_aggregate([abs(order_key - median) for order_key in order_keys], 'median') as mad
    from measured
),

formed as (
    select
        contest_no,
        ruleset_hash,
        source,
        order_keys,
        entries,
        centre,
        spread,
        factor,
        tolerance,
        ranked,
        median,
        sum_keys,
        deviation,
        mad,
        if(
            source = 'archive',
            null,
            struct_pack(median := median, mad := mad, sum_keys := sum_keys, deviation := deviation)
        ) as basis,
        case
            when source = 'archive' then 'archive'
            when estimator is null then null
            when order_keys[1] = order_keys[-1] then 'centre'
            when estimator = 'sd' then 'sd_mean'
            when mad = 0 then 'sd_median'
            else 'mad'
        end as form
    from deviated
),

drawn as (
    select
        contest_no,
        ruleset_hash,
        source,
        order_keys,
        entries,
        centre,
        spread,
        tolerance,
        basis,
        if(form in ('sd_mean', 'sd_median'), 'sd', form) as scale_method,
        case form when 'centre' then 0 when 'mad' then 1 else ranked end as weight,
        case form
            when 'centre' then 0
            when 'sd_mean' then sum_keys::double
            when 'sd_median' then ranked * median
            else median
        end as origin,
        case form when 'centre' then 1 when 'mad' then factor * mad else deviation end as unit
    from formed
),

scored as (
    select
        contest_no,
        ruleset_hash,
        source,
        order_keys,
        entries,
        centre,
        tolerance,
        basis,
        scale_method,
        case
            when source = 'archive' then [order_key::integer for order_key in order_keys]
            when scale_method is not null then [
                round(round(centre + spread * (weight * order_key - origin) / unit, 9))::integer
                for order_key in order_keys
            ]
        end as scores
    from drawn
),

golden as (
    select
        contest_no,
        ruleset_hash,
        source,
        order_keys,
        entries,
        centre,
        tolerance,
        basis,
        scale_method,
        scores,
        scores[1] - tolerance as gold_floor,
        len([score for score in scores if score >= scores[1] - tolerance]) as golds
    from scored
),

silvery as (
    select
        contest_no,
        ruleset_hash,
        source,
        order_keys,
        entries,
        centre,
        tolerance,
        basis,
        scale_method,
        scores,
        gold_floor,
        golds,
        if(golds = 1, scores[2] - tolerance, null) as silver_floor,
        if(
            golds = 1,
            len([score for score in scores if score >= scores[2] - tolerance]) - 1,
            0
        ) as silvers
    from golden
)

select
    -- ids
    contest_no,
    ruleset_hash,
    source,

    -- lists
    order_keys,
    entries,
    scores,

    -- scale
    scale_method,
    centre,
    basis,

    -- medals
    golds,
    silvers,
    gold_floor,
    silver_floor,
    case
        when golds >= 3 then scores[golds]
        when silvers >= 2 then scores[golds + silvers]
        else scores[golds + silvers + 1]
    end - tolerance as bronze_floor
from silvery;

comment on view score.ladder is 'The standard scale of a contest and the floors of its medals.';
comment on column score.ladder.contest_no is 'Physical key of the contest.';
comment on column score.ladder.ruleset_hash is 'Hash of the ruleset that holds.';
comment on column score.ladder.source is 'marks, scores or archive.';
comment on column score.ladder.order_keys is 'Exact totals of the ranked entries, best first.';
comment on column score.ladder.entries is 'Every entry with its points, the ranked ones first.';
comment on column score.ladder.scores is
    'Whole scale scores in the order of order_keys; no limits; null: no scale.';
comment on column score.ladder.scale_method is
    'mad; sd (also where most totals are equal and the MAD is 0); centre (all equal); archive.';
comment on column score.ladder.centre is
    'Centre of the scale; from here on up there is a medallion.';
comment on column score.ladder.basis is
    'What the scale is drawn from, in order keys: median, MAD, sum, SD times the entries.';
comment on column score.ladder.golds is 'Entries within the tolerance of the best.';
comment on column score.ladder.silvers is 'Entries with silver.';
comment on column score.ladder.gold_floor is 'Least scale score with gold; null: no medals.';
comment on column score.ladder.silver_floor is 'Least scale score with silver; null: no silver.';
comment on column score.ladder.bronze_floor is
    'Least scale score with bronze; null: nobody is left.';
