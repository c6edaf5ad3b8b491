-- score.judge_severity: mean and scatter of a judge's differences over the entries.
-- grain: one row per contest_no, judge_no of score.judge_difference
-- source: FEATURES 10 (severity and agreement). Sums and squares are exact

create or replace view score.judge_severity as
with
summed as (
    select
        contest_no,
        judge_no,
        count(*)::integer as entries,
        720720::double * any_value(unit_key) as divisor,
        sum(difference_key)::hugeint as sum_keys,
        sum(difference_key * difference_key)::hugeint as sum_squares
    from score.judge_difference
    group by contest_no, judge_no
)

select
    contest_no,
    judge_no,
    entries,
    count(*) filter (entries > 1) over (partition by contest_no)::integer as judges,
    sum_keys / (entries * divisor) as mean,
    case
        when entries > 1 then sqrt(
            (entries * sum_squares - sum_keys * sum_keys)::double
            / (entries::double * (entries - 1))
        ) / divisor
    end as scatter
from summed;

comment on view score.judge_severity is
    'Mean and scatter of a judges differences over the entries.';
comment on column score.judge_severity.contest_no is 'Physical key of the contest.';
comment on column score.judge_severity.judge_no is 'Key of the judge inside the contest.';
comment on column score.judge_severity.entries is 'Entries with a difference.';
comment on column score.judge_severity.judges is
    'Judges of the contest of whom anything can be said: two entries or more.';
comment on column score.judge_severity.mean is 'Mean difference, points an entry.';
comment on column score.judge_severity.scatter is
    'Standard deviation of the differences, points; null: one entry.';
