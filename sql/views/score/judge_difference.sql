-- score.judge_difference: by how much a judge was above the other judges of the same items.
-- grain: one row per contest_no, entry_no, judge_no where another judge gave the same item
-- source: FEATURES 10 (severity); the entry is the unit, because marks of one entry from one judge
-- hang together. Exact for up to 16 judges of an item (CONTRACTS "Time and numbers")

create or replace view score.judge_difference as
with
beside as (
    select
        contest_no,
        entry_no,
        judge_no,
        value_key,
        unit_key,
        count(*) over of_item as judges,
        sum(value_key) over of_item as sum_keys
    from score.judge_value
    window of_item as (partition by contest_no, entry_no, item)
)

select
    contest_no,
    entry_no,
    judge_no,
    any_value(unit_key) as unit_key,
    count(*)::integer as items,
    sum(
        (judges * value_key - sum_keys)::hugeint * (720720 // (judges - 1))
    )::hugeint as difference_key
from beside
where judges > 1
group by contest_no, entry_no, judge_no;

comment on view score.judge_difference is
    'By how much a judge was above the other judges of the same items.';
comment on column score.judge_difference.contest_no is 'Physical key of the contest.';
comment on column score.judge_difference.entry_no is 'Key of the entry inside its contest.';
comment on column score.judge_difference.judge_no is 'Key of the judge inside the contest.';
comment on column score.judge_difference.unit_key is 'What one point is in keys.';
comment on column score.judge_difference.items is 'Aspects or criteria compared.';
comment on column score.judge_difference.difference_key is
    'Own value less the mean of the others, summed over the items; points times unit_key, 720720.';
