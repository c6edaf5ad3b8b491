-- mart.judges: how severe each judge of a contest was beside the others, and how sure that is.
-- grain: one row per contest_no, judge_no of a named judge
-- source: CONTRACTS "Views" (judges); FEATURES 10: uncertainty at 97 % for all judges of a contest
-- together, a warning where entries are few, and no effect on any result; rulebook WM-06 (re-score)

create or replace view mart.judges as
with
given as (
    select
        contest_no,
        judge_no,
        entry_no,
        aspect
    from fact.mark
    where mark is not null
    union all
    select
        contest_no,
        judge_no,
        entry_no,
        null as aspect
    from score.sheet_cell
    where points is not null
),

counted as (
    select
        given.contest_no,
        given.judge_no,
        count(*)::integer as marks,
        count(open_mark.aspect)::integer as rescore_count
    from given
    left join (
        select
            contest_no,
            entry_no,
            aspect
        from score.aspect_mark
        where is_open
    ) as open_mark
        on open_mark.contest_no = given.contest_no
        and open_mark.entry_no = given.entry_no
        and open_mark.aspect = given.aspect
    where given.judge_no <> 0
    group by given.contest_no, given.judge_no
),

bounded as (
    select
        counted.contest_no,
        counted.judge_no,
        counted.marks,
        counted.rescore_count,
        coalesce(severity.entries, 0) as entries,
        severity.judges,
        severity.mean,
        severity.scatter,
        severity.errors * severity.scatter / sqrt(severity.entries) as margin
    from counted
    left join score.judge_limit as severity
        on severity.contest_no = counted.contest_no
        and severity.judge_no = counted.judge_no
)

select
    -- ids
    bounded.contest_no,
    contest.contest,
    bounded.judge_no,
    if(fact.is_staff_of(bounded.contest_no), judge.judge, null) as judge,

    -- numbers
    bounded.marks,
    bounded.entries,
    bounded.judges,
    round(round(bounded.mean, 9), 3)::decimal(9, 3) as mean_difference,
    round(round(bounded.mean - bounded.margin, 9), 3)::decimal(18, 3) as interval_low,
    round(round(bounded.mean + bounded.margin, 9), 3)::decimal(18, 3) as interval_high,
    round(round(bounded.scatter, 9), 3)::decimal(9, 3) as scatter,
    bounded.rescore_count,

    -- words
    case
        when bounded.entries = 0 then 'alone'
        when bounded.entries < 6 then 'few_entries'
        when bounded.mean - bounded.margin > 0 then 'lenient'
        when bounded.mean + bounded.margin < 0 then 'severe'
        else 'within_chance'
    end as note
from bounded
inner join fact.contest as contest on contest.contest_no = bounded.contest_no
left join fact.judge as judge
    on judge.contest_no = bounded.contest_no
    and judge.judge_no = bounded.judge_no;

comment on view mart.judges is 'How severe each judge was beside the others, and how sure that is.';
comment on column mart.judges.contest_no is 'Physical key of the contest.';
comment on column mart.judges.contest is 'Contest id.';
comment on column mart.judges.judge_no is 'Key of the judge inside the contest.';
comment on column mart.judges.judge is 'Name or code of the judge; null for the public.';
comment on column mart.judges.marks is 'Marks and points this judge has given.';
comment on column mart.judges.entries is 'Entries in which other judges gave the same.';
comment on column mart.judges.judges is
    'Judges of the contest that share the 3 %; null: nothing to compare.';
comment on column mart.judges.mean_difference is
    'Points an entry above or below the mean of the others, on the same judgements or criteria.';
comment on column mart.judges.interval_low is
    'Lower end of the difference at 97 % for all judges of the contest together, points.';
comment on column mart.judges.interval_high is 'Upper end, points.';
comment on column mart.judges.scatter is
    'Agreement: standard deviation of the differences between entries, points; small is close.';
comment on column mart.judges.rescore_count is 'Own marks in aspects to be scored again.';
comment on column mart.judges.note is
    'alone, few_entries (under six: nothing is concluded), lenient, severe or within_chance.';
