-- mart.replacements: judges who were replaced, who took over, and the values they gave before.
-- grain: one row per contest_no, judge_no; staff only
-- source: CONTRACTS "Decision kinds" (replacement); rulebook WM-07 (another expert stands in)

create or replace view mart.replacements as
with
given as (
    select
        mark.contest_no,
        mark.judge_no,
        count(mark.mark) as marks
    from fact.mark as mark
    group by mark.contest_no, mark.judge_no

    union all

    select
        score.contest_no,
        score.judge_no,
        count(score.points) as marks
    from fact.score as score
    group by score.contest_no, score.judge_no
),

counted as (
    select
        contest_no,
        judge_no,
        sum(marks)::bigint as marks
    from given
    group by contest_no, judge_no
)

select
    -- ids
    replaced.contest_no,
    contest.contest,
    replaced.batch_no,

    -- who judges
    judge.judge,
    successor.judge as successor,

    -- numbers
    coalesce(counted.marks, 0) as marks,

    -- who, when, why
    replaced.who,
    replaced.reason,
    replaced.recorded_at as at
from score.replaced as replaced
inner join fact.contest as contest on contest.contest_no = replaced.contest_no
left join counted
    on counted.contest_no = replaced.contest_no
    and counted.judge_no = replaced.judge_no
left join fact.judge as judge
    on judge.contest_no = replaced.contest_no
    and judge.judge_no = replaced.judge_no
left join fact.judge as successor
    on successor.contest_no = replaced.contest_no
    and successor.judge_no = replaced.successor_no;

comment on view mart.replacements is 'Judges who were replaced, and who took over.';
comment on column mart.replacements.contest_no is 'Physical key of the contest.';
comment on column mart.replacements.contest is 'Contest id.';
comment on column mart.replacements.batch_no is 'The act that recorded it.';
comment on column mart.replacements.judge is 'Who was replaced.';
comment on column mart.replacements.successor is 'Who took over.';
comment on column mart.replacements.marks is
    'Values of the replaced judge that count, marks and points.';
comment on column mart.replacements.who is 'Who decided.';
comment on column mart.replacements.reason is 'Why.';
comment on column mart.replacements.at is 'When, UTC.';
