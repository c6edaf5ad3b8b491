-- mart.tie_steps: the order of criteria beside the entries that share the first place.
-- grain: one row per contest_no, step, entry_no that shares the first place
-- source: rulebook BP-15 (criteria_order: the first criterion in which one of them is ahead)

create or replace view mart.tie_steps as
with
part as (
    select
        contest_no,
        entry_no,
        unnest(parts) as part
    from score.entry_points
),

summed as (
    select
        contest_no,
        entry_no,
        part.criterion as criterion,
        sum(part.order_key)::bigint as order_key
    from part
    group by contest_no, entry_no, part.criterion
)

select
    -- ids
    total.contest_no,
    contest.contest,
    tie_break.step,
    tie_break.criterion,
    total.entry_no,
    entry.entry,
    entry.name,

    -- numbers
    ((2 * summed.order_key + 720720) // 1441440 * 0.001)::decimal(9, 3) as points,

    -- booleans
    coalesce(summed.order_key, -1) = max(coalesce(summed.order_key, -1)) over of_step as is_ahead,
    tie_break.step = total.tie_step as is_decisive
from fact.entry_total as total
inner join fact.contest as contest on contest.contest_no = total.contest_no
inner join ref.ruleset as ruleset
    on ruleset.ruleset_hash = contest.ruleset_hash
    and ruleset.winner_tie = 'criteria_order'
inner join ref.tie_break as tie_break on tie_break.ruleset_hash = contest.ruleset_hash
inner join fact.entry as entry
    on entry.contest_no = total.contest_no
    and entry.entry_no = total.entry_no
left join summed
    on summed.contest_no = total.contest_no
    and summed.entry_no = total.entry_no
    and summed.criterion = tie_break.criterion
where
    total.is_tied
    and total.place = 1
window of_step as (partition by total.contest_no, tie_break.step);

comment on view mart.tie_steps is
    'The order of criteria beside the entries that share the first place.';
comment on column mart.tie_steps.contest_no is 'Physical key of the contest.';
comment on column mart.tie_steps.contest is 'Contest id.';
comment on column mart.tie_steps.step is 'Step of the order of criteria, 1 first.';
comment on column mart.tie_steps.criterion is 'Criterion that is compared.';
comment on column mart.tie_steps.entry_no is 'Key of the entry inside its contest.';
comment on column mart.tie_steps.entry is 'Entry id, unique inside its contest.';
comment on column mart.tie_steps.name is 'Name; the members of a team.';
comment on column mart.tie_steps.points is 'Points of the criterion, mean of judges; null: none.';
comment on column mart.tie_steps.is_ahead is 'Nobody has more of it.';
comment on column mart.tie_steps.is_decisive is 'This step told the entry apart from the others.';
