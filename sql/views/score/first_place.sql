-- score.first_place: a shared first place told apart by criteria, where the ruleset says so.
-- grain: one row per contest_no, entry_no of a first place under winner_tie = criteria_order
-- source: rulebook BP-15 (criteria_order)

create or replace view score.first_place as
with
criterion as (
    select
        aspect_mark.contest_no,
        aspect_mark.entry_no,
        aspect_mark.criterion,
        (sum(aspect_mark.mark) * 1000)::bigint * 720720 as order_key
    from score.aspect_mark as aspect_mark
    inner join score.marked_on as marked_on on marked_on.contest_no = aspect_mark.contest_no
    where marked_on.source = 'marks'
    group by aspect_mark.contest_no, aspect_mark.entry_no, aspect_mark.criterion

    union all

    select
        score.contest_no,
        score.entry_no,
        score.criterion,
        (score.points_sum * 1000)::bigint * (720720 // score.judge_count) as order_key
    from score.criterion_score as score
    inner join score.marked_on as marked_on on marked_on.contest_no = score.contest_no
    where
        marked_on.source = 'scores'
        and score.is_counted
),

compared as (
    select
        scale.contest_no,
        scale.entry_no,
        tie_break.step,
        list(coalesce(criterion.order_key, -1)) over by_step as keys
    from score.scale as scale
    inner join ref.ruleset as ruleset on ruleset.ruleset_hash = scale.ruleset_hash
    inner join ref.tie_break as tie_break on tie_break.ruleset_hash = scale.ruleset_hash
    left join criterion
        on criterion.contest_no = scale.contest_no
        and criterion.entry_no = scale.entry_no
        and criterion.criterion = tie_break.criterion
    where
        scale.place = 1
        and ruleset.winner_tie = 'criteria_order'
    window by_step as (
        partition by scale.contest_no, scale.entry_no
        order by tie_break.step
        rows between unbounded preceding and current row
    )
),

ranked as (
    select
        contest_no,
        entry_no,
        step,
        rank() over by_keys as rank,
        count(*) over same_keys = 1 as is_alone
    from compared
    window
        by_keys as (partition by contest_no, step order by keys desc),
        same_keys as (partition by contest_no, step, keys)
)

select
    contest_no,
    entry_no,
    bool_or(rank = 1 and is_alone) as is_winner,
    min(step) filter (is_alone) as tie_step
from ranked
group by contest_no, entry_no;

comment on view score.first_place is 'A shared first place told apart by criteria.';
comment on column score.first_place.contest_no is 'Physical key of the contest.';
comment on column score.first_place.entry_no is 'Key of the entry inside its contest.';
comment on column score.first_place.is_winner is 'Best by the criteria, alone.';
comment on column score.first_place.tie_step is
    'First criterion, 1 the first of the order, that tells the entry from all others; null: none.';
