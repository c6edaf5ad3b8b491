-- fact.entry_total: the totals of each entry in the snapshot that this reader sees.
-- grain: one row per contest_no, entry_no
-- source: rulebook WM-11, WM-12; CONTRACTS "Time and numbers"

create or replace view fact.entry_total as
select
    entry_total.contest_no,
    entry_total.at_batch_no,
    entry_total.entry_no,
    entry_total.points_sum,
    entry_total.judge_count,
    (
        (2 * (entry_total.points_sum * 1000)::bigint + entry_total.judge_count)
        // (2 * entry_total.judge_count)
        * 0.001
    )::decimal(9, 3) as total,
    (entry_total.points_sum * 1000)::bigint * (720720 // entry_total.judge_count) as order_key,
    entry_total.distance_to_next,
    entry_total.place,
    entry_total.is_tied,
    entry_total.tie_step,
    entry_total.tie_reason,
    entry_total.scale,
    entry_total.scale_method,
    entry_total.award,
    entry_total.decided_by,
    entry_total.marks,
    entry_total.marks_expected,
    entry_total.open_aspects
from tally.entry_total as entry_total
inner join fact.tally_head as head
    on head.contest_no = entry_total.contest_no
    and head.at_batch_no = entry_total.at_batch_no;

comment on view fact.entry_total is
    'The totals of each entry in the snapshot that this reader sees.';
comment on column fact.entry_total.contest_no is 'Physical key of the contest.';
comment on column fact.entry_total.at_batch_no is 'The batch at which this was reckoned.';
comment on column fact.entry_total.entry_no is 'Key of the entry inside its contest.';
comment on column fact.entry_total.points_sum is
    'Points, sum over judge_count judges; null: no total.';
comment on column fact.entry_total.judge_count is 'Divisor of points_sum, 1 to 16.';
comment on column fact.entry_total.total is
    'Mean of the judges, points, rounded half up to thousandths, for display.';
comment on column fact.entry_total.order_key is
    'Exact order of means of 1 to 16 judges; greater is better.';
comment on column fact.entry_total.distance_to_next is
    'Points missing to the next better place; null for the first and without points.';
comment on column fact.entry_total.place is '1 is best; ties share a place; null: not ranked.';
comment on column fact.entry_total.is_tied is 'Shares its place.';
comment on column fact.entry_total.tie_step is 'Step of the tie chain that decided.';
comment on column fact.entry_total.tie_reason is 'The deciding step in words.';
comment on column fact.entry_total.scale is 'Score on the standard scale.';
comment on column fact.entry_total.scale_method is 'mad, sd, centre or archive.';
comment on column fact.entry_total.award is 'Award code.';
comment on column fact.entry_total.decided_by is 'Rule id, or jury.';
comment on column fact.entry_total.marks is 'Aspects or criteria marked.';
comment on column fact.entry_total.marks_expected is 'Aspects or criteria to be marked.';
comment on column fact.entry_total.open_aspects is 'Aspects in need of a re-score.';
