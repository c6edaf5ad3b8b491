-- Gives new entries their numbers. Reads ready_entry_fact.
-- source: LEDGER "Tables" (a number is given once and survives undo)

insert into ledger.entry
with
named as (
    select
        contest.contest_no,
        ready.entry,
        min(ready.source_row) as first_row
    from ready_entry_fact as ready
    inner join ledger.contest as contest on contest.contest = ready.contest
    anti join ledger.entry as registry
        on registry.contest_no = contest.contest_no
        and registry.entry = ready.entry
    group by contest.contest_no, ready.entry
),

highest as (
    select
        contest_no,
        max(entry_no) as entry_no
    from ledger.entry
    group by contest_no
)

select
    named.contest_no,
    (coalesce(highest.entry_no, 0) + row_number() over in_contest)::integer as entry_no,
    named.entry,
    getvariable('as_of')::integer as batch_no
from named
left join highest on highest.contest_no = named.contest_no
window in_contest as (partition by named.contest_no order by named.first_row, named.entry);
