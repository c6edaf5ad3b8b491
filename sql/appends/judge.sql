-- Gives new judges their numbers, by the name or code on the sheet. Reads ready_judge.
-- source: LEDGER "Tables" (a number is given once; the chain covers a salted digest)

create or replace temp table named_judge as
with
named as (
    select
        contest.contest_no,
        ready.judge,
        min(ready.source_row) as first_row
    from ready_judge as ready
    inner join ledger.contest as contest on contest.contest = ready.contest
    anti join private.judge as known
        on known.contest_no = contest.contest_no
        and known.judge = ready.judge
    where ready.judge is not null
    group by contest.contest_no, ready.judge
),

highest as (
    select
        contest_no,
        max(judge_no) as judge_no
    from ledger.judge
    group by contest_no
)

select
    named.contest_no,
    (coalesce(highest.judge_no, 0) + row_number() over in_contest)::integer as judge_no,
    named.judge,
    uuid()::varchar as salt
from named
left join highest on highest.contest_no = named.contest_no
window in_contest as (partition by named.contest_no order by named.first_row, named.judge);

insert into private.judge
select
    contest_no,
    judge_no,
    salt,
    judge
from named_judge;

insert into ledger.judge
select
    contest_no,
    judge_no,
    sha256(concat_ws(chr(31), salt, judge)) as judge_digest,
    getvariable('as_of')::integer as batch_no
from named_judge;
