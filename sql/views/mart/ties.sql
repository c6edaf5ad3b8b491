-- mart.ties: every entry that shares a place, and what became of the tie.
-- grain: one row per contest_no, entry_no that shares a place
-- source: rulebook WM-12 (a place is shared), BP-14, BP-15 (a first place that only one may have)

create or replace view mart.ties as
select
    -- ids
    total.contest_no,
    contest.contest,
    contest.programme,
    contest.season,
    contest.level,
    contest.region as scope_region,
    contest.unit,
    total.entry_no,
    entry.entry,

    -- who
    entry.name,
    entry.region,

    -- numbers
    total.place,
    total.total,
    total.scale,

    -- words
    total.award,
    total.decided_by,
    total.tie_step,
    total.tie_reason,
    case
        when ruleset.award_kind = 'place' then if(total.place = 1, 'BP-15', 'BP-14')
        else 'WM-12'
    end as rule,
    ruleset.winner_tie,

    -- booleans
    total.tie_reason = 'jury_decision_needed' as is_open,
    contest.is_archive
from fact.entry_total as total
inner join fact.contest as contest on contest.contest_no = total.contest_no
inner join fact.entry as entry
    on entry.contest_no = total.contest_no
    and entry.entry_no = total.entry_no
left join ref.ruleset as ruleset on ruleset.ruleset_hash = contest.ruleset_hash
where total.is_tied;

comment on view mart.ties is 'Every entry that shares a place, and what became of the tie.';
comment on column mart.ties.contest_no is 'Physical key of the contest.';
comment on column mart.ties.contest is 'Contest id.';
comment on column mart.ties.programme is 'Programme.';
comment on column mart.ties.season is 'Season.';
comment on column mart.ties.level is 'college, oblast, republic or international.';
comment on column mart.ties.scope_region is 'ISO code of the scope of the contest.';
comment on column mart.ties.unit is 'Skill, industry, profession or post.';
comment on column mart.ties.entry_no is 'Key of the entry inside its contest.';
comment on column mart.ties.entry is 'Entry id, unique inside its contest.';
comment on column mart.ties.name is 'Name; the members of a team.';
comment on column mart.ties.region is 'ISO code of the own region, or member code.';
comment on column mart.ties.place is 'The place that is shared.';
comment on column mart.ties.total is 'Points; null: a published scale only.';
comment on column mart.ties.scale is 'Whole scale score; null: none.';
comment on column mart.ties.award is 'Award code; null: none, or the jury must decide.';
comment on column mart.ties.decided_by is 'Rule id, or jury; null: nothing decided.';
comment on column mart.ties.tie_step is 'Step of the order of criteria that decided.';
comment on column mart.ties.tie_reason is
    'shared_place, jury_decision_needed, jury_decision or criteria_order.';
comment on column mart.ties.rule is 'Rule id of ties in this contest.';
comment on column mart.ties.winner_tie is
    'What a shared first place asks for: share, jury_decision or criteria_order.';
comment on column mart.ties.is_open is 'Waits for the jury.';
comment on column mart.ties.is_archive is 'A result published elsewhere.';
