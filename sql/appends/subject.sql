-- Gives public subjects their numbers: a schedule, the indicators of a year, the centres.
-- Reads ready_contest. source: LEDGER "Tables" (a number is given once and survives undo)

insert into ledger.contest
with
named as (
    select distinct ready.contest
    from ready_contest as ready
    anti join ledger.contest as registry on registry.contest = ready.contest
    where ready.contest is not null
)

select
    (
        (select coalesce(max(registry.contest_no), 0) from ledger.contest as registry)
        + row_number() over (order by named.contest)
    )::integer as contest_no,
    named.contest,
    getvariable('as_of')::integer as batch_no
from named;
