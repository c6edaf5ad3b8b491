-- Gives new contests their numbers. Reads ready_contest_fact.
-- source: LEDGER "Tables" (a number is given once and survives undo)

insert into ledger.contest
with
named as (
    select
        ready.contest,
        min(ready.source_row) as first_row
    from ready_contest_fact as ready
    anti join ledger.contest as registry on registry.contest = ready.contest
    group by ready.contest
)

select
    (
        (select coalesce(max(registry.contest_no), 0) from ledger.contest as registry)
        + row_number() over (order by named.first_row, named.contest)
    )::integer as contest_no,
    named.contest,
    getvariable('as_of')::integer as batch_no
from named;
