-- mart.scales: what the scale of a contest is drawn from, and from which score on there is a medal.
-- grain: one row per contest_no with a scale of its own
-- source: rulebook WM-20 to WM-22 (scale), WM-30 to WM-34 (medals); reckoned in score.ladder

create or replace view mart.scales as
with
drawn as (
    select
        ladder.contest_no,
        ladder.ruleset_hash,
        ladder.scale_method,
        ladder.centre,
        ladder.gold_floor,
        ladder.silver_floor,
        ladder.bronze_floor,
        ladder.basis,
        len(ladder.order_keys) as ranked
    from score.ladder as ladder
    where
        ladder.scale_method is not null
        and len(ladder.order_keys) > 0
)

select
    -- ids
    drawn.contest_no,
    contest.contest,

    -- the scale
    ruleset.scale_estimator as estimator,
    drawn.scale_method,
    drawn.ranked::integer as ranked,
    drawn.centre,
    ruleset.scale_spread as spread,
    ruleset.scale_factor as factor,
    round(round(drawn.basis.median / 720720000, 9), 3)::decimal(9, 3) as median,
    round(round(drawn.basis.mad / 720720000, 9), 4)::decimal(9, 4) as mad,
    round(round(drawn.basis.sum_keys / (720720000 * drawn.ranked::double), 9), 3)::decimal(9, 3)
        as mean,
    round(round(drawn.basis.deviation / (720720000 * drawn.ranked::double), 9), 4)::decimal(9, 4)
        as deviation,
    drawn.ranked < ruleset.scale_few_entries as few_entries,

    -- medals
    ruleset.award_tolerance as tolerance,
    drawn.gold_floor,
    drawn.silver_floor,
    drawn.bronze_floor
from drawn
inner join fact.contest as contest on contest.contest_no = drawn.contest_no
inner join ref.ruleset as ruleset on ruleset.ruleset_hash = drawn.ruleset_hash;

comment on view mart.scales is 'What the scale of a contest is drawn from.';
comment on column mart.scales.contest_no is 'Physical key of the contest.';
comment on column mart.scales.contest is 'Contest id.';
comment on column mart.scales.estimator is
    'What the ruleset asks for: mad or sd; sd stands in where the MAD is 0.';
comment on column mart.scales.scale_method is
    'mad; sd; centre (all equal); archive (published elsewhere).';
comment on column mart.scales.ranked is 'Ranked entries.';
comment on column mart.scales.centre is 'Scale score of the median or mean.';
comment on column mart.scales.spread is 'Scale points of one spread.';
comment on column mart.scales.factor is 'What the MAD is multiplied by.';
comment on column mart.scales.median is 'Median of the totals, points; null: an archive.';
comment on column mart.scales.mad is 'Median distance to the median, points; null: an archive.';
comment on column mart.scales.mean is 'Mean of the totals, points; null: an archive.';
comment on column mart.scales.deviation is
    'Population standard deviation, points (of the entries around their mean); null: an archive.';
comment on column mart.scales.few_entries is 'Too few entries for the scale to say much.';
comment on column mart.scales.tolerance is 'Scale points within which a medal is shared.';
comment on column mart.scales.gold_floor is 'Least scale score with gold; null: no medals.';
comment on column mart.scales.silver_floor is 'Least scale score with silver; null: nobody.';
comment on column mart.scales.bronze_floor is 'Least scale score with bronze; null: nobody.';
