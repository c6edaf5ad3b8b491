-- score.proposal: place, scale score and the award that the rules propose, before the jury.
-- grain: one row per contest_no, entry_no of fact.entry
-- source: rulebook WM-12, WM-24, WM-30 to WM-35 (medals by scale), BP-14, BP-15, BP-18 (prizes)

create or replace view score.proposal as
with
tie_order as (
    select
        ruleset_hash,
        list(criterion order by step) as criteria
    from ref.tie_break
    group by ruleset_hash
),

led as (
    select
        ladder.contest_no,
        ladder.ruleset_hash,
        ladder.order_keys,
        ladder.entries,
        ladder.scores,
        ladder.scale_method,
        ladder.centre,
        ladder.golds,
        ladder.gold_floor,
        ladder.silver_floor,
        ladder.bronze_floor,
        ruleset.award_kind,
        ruleset.min_points,
        ruleset.award_kind = 'place'
            and ruleset.winner_tie <> 'share'
            and ladder.order_keys[ruleset.max_winner + 1] = ladder.order_keys[1] as is_contended,
        if(ruleset.winner_tie = 'criteria_order', tie_order.criteria, null) as criteria
    from score.ladder as ladder
    inner join ref.ruleset as ruleset on ruleset.ruleset_hash = ladder.ruleset_hash
    left join tie_order on tie_order.ruleset_hash = ladder.ruleset_hash
),

rivalled as (
    select
        contest_no,
        ruleset_hash,
        order_keys,
        entries,
        scores,
        scale_method,
        centre,
        golds,
        gold_floor,
        silver_floor,
        bronze_floor,
        award_kind,
        min_points,
        coalesce(is_contended, false) as is_contended,
        case
            when is_contended then [
                struct_pack(
                    entry_no := entry.entry_no,
                    steps := [
                        coalesce(
                            list_sum([
                                part.order_key
                                for part in entry.parts
                                if part.criterion = criterion
                            ]),
                            -1
                        ) for criterion in criteria
                    ]
                ) for entry in entries if entry.order_key = order_keys[1]
            ]
        end as rivals
    from led
),

spread_out as (
    select
        contest_no,
        ruleset_hash,
        order_keys,
        scores,
        scale_method,
        centre,
        golds,
        gold_floor,
        silver_floor,
        bronze_floor,
        award_kind,
        min_points,
        is_contended,
        [rival.steps for rival in rivals] as steps,
        [rival.entry_no for rival in rivals] as rivals,
        unnest(entries) as entry
    from rivalled
),

placed as (
    select
        contest_no,
        ruleset_hash,
        order_keys,
        centre,
        golds,
        gold_floor,
        silver_floor,
        bronze_floor,
        award_kind,
        min_points,
        steps,
        rivals,
        entry,
        list_position(order_keys, entry.order_key) as place,
        case
            when scale_method = 'archive' then entry.archive_scale
            else scores[list_position(order_keys, entry.order_key)]
        end as scale,
        if(scale_method = 'archive' and entry.archive_scale is null, null, scale_method)
            as method,
        is_contended and entry.order_key = order_keys[1] as is_rival,
        steps[list_position(rivals, entry.entry_no)] as own_steps,
        len([1 for step in steps if step = list_max(steps)]) = 1 as has_first
    from spread_out
),

named as (
    select
        contest_no,
        ruleset_hash,
        award_kind,
        min_points,
        rivals,
        entry,
        place,
        scale,
        method,
        len(order_keys) as ranked,
        len([1 for order_key in order_keys if order_key = entry.order_key]) > 1 as is_tied,
        coalesce(is_rival, false) as is_rival,
        coalesce(is_rival and has_first, false) as is_compared,
        own_steps = list_max(steps) as is_first,
        list_position(
            [
                len([1 for step in steps if step[1:length] = own_steps[1:length]]) = 1
                for length in range(1, len(own_steps) + 1)
            ],
            true
        ) as tie_step,
        case
            when place is null or award_kind <> 'scale' then null
            when scale >= gold_floor then 'gold'
            when scale >= silver_floor then 'silver'
            when scale >= bronze_floor then 'bronze'
        end as medal,
        case
            when place is null or award_kind <> 'scale' then null
            else if(scale >= centre, 'medallion', 'certificate')
        end as plain,
        case
            when scale >= gold_floor then 'WM-30'
            when scale >= silver_floor or golds = 1 then 'WM-31'
            when golds = 2 then 'WM-32'
            else 'WM-33'
        end as medal_rule
    from placed
)

select
    -- ids
    named.contest_no,
    named.entry.entry_no as entry_no,

    -- numbers
    named.entry.points_sum as points_sum,
    named.entry.judge_count as judge_count,
    named.entry.marks as marks,
    named.entry.marks_expected as marks_expected,
    named.entry.open_aspects as open_aspects,
    named.place,
    named.scale,
    if(named.scale is not null, named.method, null) as scale_method,

    -- award
    case
        when named.award_kind = 'scale' then coalesce(medal_rule.award, plain_rule.award)
        when named.entry.points_sum < named.min_points * named.entry.judge_count then null
        else place_rule.award
    end as award,
    case
        when named.place is null then null
        when medal_rule.award is not null then named.medal_rule
        when plain_rule.award is not null then plain_rule.rule
        when named.award_kind = 'scale' then 'WM-35'
        when named.is_compared then 'BP-15'
        when named.entry.points_sum < named.min_points * named.entry.judge_count then null
        else place_rule.rule
    end as rule,

    -- ties
    if(named.is_rival, named.rivals, null) as rivals,
    if(named.is_compared, named.tie_step, null) as tie_step,
    named.is_rival and not named.is_compared as is_undecided,
    named.is_compared and not named.is_first as is_beaten,

    -- booleans
    named.entry.is_competing as is_competing,
    named.is_tied
from named
left join ref.award_rule as medal_rule
    on medal_rule.ruleset_hash = named.ruleset_hash
    and medal_rule.award = named.medal
    and medal_rule.min_entries <= named.ranked
left join ref.award_rule as plain_rule
    on plain_rule.ruleset_hash = named.ruleset_hash
    and plain_rule.award = named.plain
    and plain_rule.min_entries <= named.ranked
left join ref.award_rule as place_rule
    on place_rule.ruleset_hash = named.ruleset_hash
    and place_rule.place = named.place;

comment on view score.proposal is 'Place, scale score and the award that the rules propose.';
comment on column score.proposal.contest_no is 'Physical key of the contest.';
comment on column score.proposal.entry_no is 'Key of the entry inside its contest.';
comment on column score.proposal.points_sum is 'Points of judge_count judges together.';
comment on column score.proposal.judge_count is 'What points_sum is divided by.';
comment on column score.proposal.marks is 'Aspects or criteria that count.';
comment on column score.proposal.marks_expected is 'Aspects or criteria there are.';
comment on column score.proposal.open_aspects is 'Aspects to be scored again.';
comment on column score.proposal.place is '1 is best, ties share a place; null: not ranked.';
comment on column score.proposal.scale is 'Whole scale score; null: none.';
comment on column score.proposal.scale_method is 'mad, sd, centre or archive.';
comment on column score.proposal.award is
    'Award code of the place or medal; null: none. Sharers of a first place have it all.';
comment on column score.proposal.rule is 'Rule that proposes it.';
comment on column score.proposal.rivals is
    'Keys of the entries that share the first place where only one may win; null: no rival.';
comment on column score.proposal.tie_step is 'Criterion that told a shared first place apart.';
comment on column score.proposal.is_undecided is
    'Shares the first place, and only the jury can say who wins.';
comment on column score.proposal.is_beaten is
    'Shares the first place, and the order of criteria says that another wins.';
comment on column score.proposal.is_competing is 'May be ranked.';
comment on column score.proposal.is_tied is 'Shares its place.';
