-- score.judge_limit: a judge's mean difference, and by how many standard errors it may be off by
-- chance.
-- grain: one row per contest_no, judge_no of score.judge_severity
-- source: FEATURES 10 (at most 5 % of panels with a false alarm). All judges of a contest together
-- are at 97 %: each has 3 % divided by their number, half on either side (Bonferroni); the other
-- 2 % are kept for marks in coarse steps, which are not normal. The quantile of Student's t is
-- Hill's (1970, CACM algorithm 396), good to 1e-5; DuckDB has none of its own

create or replace view score.judge_limit as
with
severity as materialized (
    select
        contest_no,
        judge_no,
        entries,
        judges,
        mean,
        scatter
    from score.judge_severity
),

asked as (
    select
        contest_no,
        judge_no,
        (entries - 1)::double as n,
        0.015::double / judges as tail
    from severity
    where entries > 1
),

shaped as (
    select
        contest_no,
        judge_no,
        n,
        tail,
        1 / (n - 0.5) as a,
        48 * (n - 0.5) * (n - 0.5) as b,
        sqrt(-2 * ln(tail)) as q
    from asked
),

rooted as (
    select
        contest_no,
        judge_no,
        n,
        tail,
        a,
        b,
        (((20700 * a / b - 98) * a - 16) * a) + 96.36::double as c,
        (
            ((((-0.007784894002430293::double * q - 0.3223964580411365::double) * q
            - 2.400758277161838::double) * q - 2.549732539343734::double) * q
            + 4.374664141464968::double) * q + 2.938163982698783::double
        ) / (
            (((0.007784695709041462::double * q + 0.3224671290700398::double) * q
            + 2.445134137142996::double) * q + 3.754408661907416::double) * q + 1
        ) as x
    from shaped
),

termed as (
    select
        contest_no,
        judge_no,
        n,
        tail,
        a,
        b,
        c,
        x,
        ((94.5::double / (b + c) - 3) / b + 1) * sqrt(a * pi() / 2) * n as d
    from rooted
),

powered as (
    select
        contest_no,
        judge_no,
        n,
        tail,
        a,
        b,
        x,
        d,
        pow(2 * d * tail, 2 / n) as y,
        ((((0.05::double * d * x - 5) * x - 7) * x - 2) * x)
        + b + c + if(n < 5, 0.3::double * (n - 4.5) * (x + 0.6), 0) as e
    from termed
),

expanded as (
    select
        contest_no,
        judge_no,
        n,
        tail,
        case
            when y > 0.05 + a then exp(a * pow(
                (
                    (((0.4::double * x * x + 6.3) * x * x + 36) * x * x + 94.5) / e - x * x - 3
                ) / b * x + x,
                2
            )) - 1
            else (
                (
                    1 / (((n + 6) / (n * y) - 0.089::double * d - 0.822) * (n + 2) * 3)
                    + 0.5 / (n + 4)
                ) * y - 1
            ) * (n + 1) / (n + 2) + 1 / y
        end as square
    from powered
)

select
    -- ids
    severity.contest_no,
    severity.judge_no,

    -- the judge
    severity.entries,
    severity.judges,
    severity.mean,
    severity.scatter,
    case expanded.n
        when 1 then 1 / tan(pi() * expanded.tail)
        when 2 then sqrt(2 / (2 * expanded.tail * (2 - 2 * expanded.tail)) - 2)
        else sqrt(expanded.n * expanded.square)
    end as errors
from severity
left join expanded
    on expanded.contest_no = severity.contest_no
    and expanded.judge_no = severity.judge_no;

comment on view score.judge_limit is
    'A judges mean difference, and by how many standard errors it may be off by chance.';
comment on column score.judge_limit.contest_no is 'Physical key of the contest.';
comment on column score.judge_limit.judge_no is 'Key of the judge inside the contest.';
comment on column score.judge_limit.entries is 'Entries that were compared.';
comment on column score.judge_limit.judges is
    'Judges of the contest with two compared entries or more.';
comment on column score.judge_limit.mean is 'Mean difference to the other judges.';
comment on column score.judge_limit.scatter is 'Its standard deviation; null: one entry.';
comment on column score.judge_limit.errors is
    'Standard errors on either side; null: one entry.';
