-- score.proposal: the award that the rules propose for each entry, before the jury.
-- grain: one row per contest_no, entry_no of fact.entry
-- source: rulebook WM-30 to WM-35 (medals by scale), BP-15, BP-18 (prizes by place)

create or replace view score.proposal as
with
limited as (
    select
        medal.contest_no,
        medal.entry_no,
        medal.ruleset_hash,
        medal.points_sum,
        medal.judge_count,
        medal.marks,
        medal.marks_expected,
        medal.open_aspects,
        medal.place,
        medal.scale,
        medal.scale_method,
        medal.is_tied,
        medal.is_competing,
        ruleset.award_kind,
        medal.medal_rule,
        if(medal.ranked >= medal_rule.min_entries, medal_rule.award, null) as medal,
        if(medal.ranked >= plain_rule.min_entries, plain_rule.award, null) as plain,
        case
            when medal.points_sum < ruleset.min_points * medal.judge_count then null
            else place_rule.award
        end as prize,
        place_rule.rule as prize_rule,
        medal.place = 1
            and ruleset.award_kind = 'place'
            and count(*) over same_place > ruleset.max_winner
            and ruleset.winner_tie <> 'share' as is_contended,
        coalesce(first_place.is_winner, false) as is_first_by_criteria,
        bool_or(coalesce(first_place.is_winner, false)) over same_place as has_first_by_criteria,
        first_place.tie_step
    from score.medal as medal
    inner join ref.ruleset as ruleset on ruleset.ruleset_hash = medal.ruleset_hash
    left join ref.award_rule as medal_rule
        on medal_rule.ruleset_hash = medal.ruleset_hash
        and medal_rule.award = medal.medal
    left join ref.award_rule as plain_rule
        on plain_rule.ruleset_hash = medal.ruleset_hash
        and plain_rule.award = medal.plain
    left join ref.award_rule as place_rule
        on place_rule.ruleset_hash = medal.ruleset_hash
        and place_rule.place = medal.place
    left join score.first_place as first_place
        on first_place.contest_no = medal.contest_no
        and first_place.entry_no = medal.entry_no
    window same_place as (partition by medal.contest_no, medal.place)
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

    -- award
    case
        when award_kind = 'scale' then coalesce(medal, plain)
        when is_contended and has_first_by_criteria and not is_first_by_criteria then null
        else prize
    end as award,
    case
        when award_kind = 'scale' and place is not null then case
            when medal is not null then medal_rule
            when plain is not null then 'WM-34'
            else 'WM-35'
        end
        when is_contended and has_first_by_criteria then 'BP-15'
        when prize is not null then prize_rule
    end as rule,

    -- ties
    if(is_contended, tie_step, null) as tie_step,
    coalesce(is_contended and not has_first_by_criteria, false) as is_undecided,

    -- booleans
    is_competing,
    is_tied
from limited;

comment on view score.proposal is 'The award that the rules propose, before the jury.';
comment on column score.proposal.contest_no is 'Physical key of the contest.';
comment on column score.proposal.entry_no is 'Key of the entry inside its contest.';
comment on column score.proposal.points_sum is 'Points of judge_count judges together.';
comment on column score.proposal.judge_count is 'What points_sum is divided by.';
comment on column score.proposal.marks is 'Aspects or criteria that count.';
comment on column score.proposal.marks_expected is 'Aspects or criteria there are.';
comment on column score.proposal.open_aspects is 'Aspects to be scored again.';
comment on column score.proposal.place is '1 is best; null: not ranked.';
comment on column score.proposal.scale is 'Whole scale score; null: none.';
comment on column score.proposal.scale_method is 'mad, sd, centre or archive.';
comment on column score.proposal.award is 'Award code; null: none.';
comment on column score.proposal.rule is 'Rule that proposes it.';
comment on column score.proposal.tie_step is 'Criterion that told a shared first place apart.';
comment on column score.proposal.is_undecided is
    'Shares the first place, and only the jury can say who wins.';
comment on column score.proposal.is_competing is 'May be ranked.';
comment on column score.proposal.is_tied is 'Shares its place.';
