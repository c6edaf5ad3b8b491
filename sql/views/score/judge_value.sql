-- score.judge_value: what a judge gave where judges are free to differ, on one scale.
-- grain: one row per contest_no, entry_no, item, judge_no
-- source: rulebook WM-05 (judgement: the step's share of the maximum), BP-08 (points of a
-- criterion). A measurement is no opinion: its judges must agree. Marks win over scores (WM-11)

create or replace view score.judge_value as
with
given as (
    select
        mark.contest_no,
        mark.entry_no,
        mark.aspect as item,
        mark.judge_no,
        (mark.mark * 1000)::hugeint * (aspect.max_mark * 1000)::bigint as value_key,
        1000000::bigint * ruleset.judgement_top as unit_key,
        true as is_mark
    from fact.mark as mark
    inner join fact.aspect as aspect
        on aspect.contest_no = mark.contest_no
        and aspect.aspect = mark.aspect
    inner join fact.contest as contest on contest.contest_no = mark.contest_no
    inner join ref.ruleset as ruleset on ruleset.ruleset_hash = contest.ruleset_hash
    where
        aspect.kind = 'J'
        and mark.mark is not null
    union all
    select
        contest_no,
        entry_no,
        criterion as item,
        judge_no,
        (points * 1000)::hugeint as value_key,
        1000::bigint as unit_key,
        false as is_mark
    from score.sheet_cell
    where points is not null
),

weighed as (
    select
        contest_no,
        entry_no,
        item,
        judge_no,
        value_key,
        unit_key,
        is_mark,
        bool_or(is_mark) over (partition by contest_no) as has_marks
    from given
)

select
    contest_no,
    entry_no,
    item,
    judge_no,
    value_key,
    unit_key
from weighed
where is_mark = has_marks;

comment on view score.judge_value is 'What a judge gave where judges are free to differ.';
comment on column score.judge_value.contest_no is 'Physical key of the contest.';
comment on column score.judge_value.entry_no is 'Key of the entry inside its contest.';
comment on column score.judge_value.item is 'Aspect or criterion; total: a bare total.';
comment on column score.judge_value.judge_no is 'Key of the judge inside the contest.';
comment on column score.judge_value.value_key is 'Points times unit_key.';
comment on column score.judge_value.unit_key is 'What one point is in keys; one for a contest.';
