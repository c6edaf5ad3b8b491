-- What the venue erased, as sql/erasure/traces.sql names it: $batch_no is the act, here.

with
gone as (
    select
        coalesce(merge_batch.centre_no, packed.batch_no) as batch_no,
        coalesce(merge_batch.centre_no, packed.batch_no)::bigint * 10000000
        + packed.name_no % 10000000 as name_no
    from pack_erased as packed
    left join merge_batch on merge_batch.venue_no = packed.batch_no
),

erasure as (
    select
        contest_no,
        entry_no
    from ledger.decision
    where batch_no = $batch_no and kind = 'erase'
)

select
    member.contest_no,
    member.entry_no,
    contest.contest,
    registry.entry,
    gone.batch_no,
    gone.name_no
from gone
inner join ledger.entry_fact as member on member.name_no = gone.name_no
inner join erasure
    on erasure.contest_no = member.contest_no
    and erasure.entry_no = member.entry_no
inner join ledger.contest as contest on contest.contest_no = member.contest_no
inner join ledger.entry as registry
    on registry.contest_no = member.contest_no
    and registry.entry_no = member.entry_no

union all

select
    application.contest_no,
    null as entry_no,
    null as contest,
    null as entry,
    gone.batch_no,
    gone.name_no
from gone
inner join ledger.application as application on application.name_no = gone.name_no
semi join erasure on erasure.entry_no is null
order by all
