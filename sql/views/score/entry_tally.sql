-- score.entry_tally: what is snapshotted of every entry with each batch.
-- grain: one row per contest_no, entry_no of fact.entry
-- source: rulebook WM-11, WM-12, WM-20 to WM-35, BP-08 to BP-18; LEDGER "Tables"

create or replace view score.entry_tally as
with
keyed as (
    select
        contest_no,
        entry_no,
        points_sum,
        judge_count,
        place,
        is_tied,
        tie_step,
        tie_reason,
        scale,
        scale_method,
        award,
        decided_by,
        marks,
        marks_expected,
        open_aspects,
        if(place is not null, (points_sum * 1000)::bigint * (720720 // judge_count), null)
            as order_key
    from score.award
)

select
    -- ids
    contest_no,
    entry_no,

    -- numbers
    points_sum,
    judge_count,
    (
        (2 * (min(order_key) over better - order_key) + 720720) // 1441440 * 0.001
    )::decimal(9, 3) as distance_to_next,
    place,
    is_tied,
    tie_step,
    tie_reason,
    scale,
    scale_method,
    award,
    decided_by,
    marks,
    marks_expected,
    open_aspects
from keyed
window better as (
    partition by contest_no
    order by order_key desc
    range between unbounded preceding and 1 preceding
);

comment on view score.entry_tally is 'What is snapshotted of every entry with each batch.';
comment on column score.entry_tally.contest_no is 'Physical key of the contest.';
comment on column score.entry_tally.entry_no is 'Key of the entry inside its contest.';
comment on column score.entry_tally.points_sum is
    'Points of judge_count judges together; null: no total.';
comment on column score.entry_tally.judge_count is 'What points_sum is divided by.';
comment on column score.entry_tally.distance_to_next is
    'Points missing to the next better place; null for the first and without points.';
comment on column score.entry_tally.place is '1 is best; null: not ranked.';
comment on column score.entry_tally.is_tied is 'Shares its place.';
comment on column score.entry_tally.tie_step is
    'Criterion in the order of tie breaks that decided.';
comment on column score.entry_tally.tie_reason is
    'shared_place, jury_decision_needed, jury_decision or criteria_order; null: no tie.';
comment on column score.entry_tally.scale is 'Whole scale score; null: none.';
comment on column score.entry_tally.scale_method is 'mad, sd, centre or archive.';
comment on column score.entry_tally.award is 'Award code; null: none, or the jury must decide.';
comment on column score.entry_tally.decided_by is 'Rule id, or jury; null: nothing decided.';
comment on column score.entry_tally.marks is 'Aspects or criteria that count.';
comment on column score.entry_tally.marks_expected is 'Aspects or criteria there are.';
comment on column score.entry_tally.open_aspects is 'Aspects to be scored again.';
