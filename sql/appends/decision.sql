-- Appends decisions. Reads ready_decision. Of those about who judges the value begins with the number
-- of the judge: names stand outside the chain.
-- source: CONTRACTS "Decision kinds"

insert into ledger.decision
select
    contest.contest_no,
    getvariable('as_of')::integer as batch_no,
    getvariable('sheet')::varchar as source_sheet,
    ready.source_row,
    ready.source_column,
    registry.entry_no,
    ready.kind,
    ready.subject,
    case
        when judge.judge_no is null then ready.value
        else concat(judge.judge_no, ' ', coalesce(successor.judge_no::varchar, ready.value))
    end as value,
    ready.who,
    ready.reason,
    ready.decided_at
from ready_decision as ready
inner join ledger.contest as contest on contest.contest = ready.contest
left join ledger.entry as registry
    on registry.contest_no = contest.contest_no
    and registry.entry = ready.entry
left join private.judge as judge
    on judge.contest_no = contest.contest_no
    and judge.judge = ready.expert
left join private.judge as successor
    on successor.contest_no = contest.contest_no
    and successor.judge = ready.value
    and ready.kind = 'replacement'
order by contest.contest_no, ready.source_row;
