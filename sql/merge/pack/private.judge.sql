-- Judges that the venue's batches named first.

select
    judge.contest_no,
    judge.judge_no,
    judge.salt,
    judge.judge
from private.judge as judge
semi join (
    select
        contest_no,
        judge_no
    from ledger.judge
    where batch_no > getvariable('base')::integer
) as made
    on made.contest_no = judge.contest_no
    and made.judge_no = judge.judge_no
