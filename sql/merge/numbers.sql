-- What the numbers of the package are here: batches by their id, contests and entries by theirs, judges
-- by what they are called. Listed are those that the venue gave; the others are the same on both sides.
-- Reads pack_*; as_of is the number of the merge, base the last batch that both have.

create or replace temp table merge_batch as
select
    packed.batch_no as venue_no,
    coalesce(
        known.batch_no,
        getvariable('as_of')::integer
        + row_number() over (partition by known.batch_no is null order by packed.batch_no)
    )::integer as centre_no,
    known.batch_no is null as is_new
from pack_ledger_batch as packed
left join ledger.batch as known on known.batch_id = packed.batch_id::uuid;

create or replace temp table merge_contest as
with
highest as (
    select coalesce(max(contest_no), 0) as contest_no
    from ledger.contest
)

select
    packed.contest_no as venue_no,
    packed.contest,
    coalesce(
        known.contest_no,
        highest.contest_no
        + row_number() over (partition by known.contest_no is null order by packed.contest_no)
    )::integer as centre_no,
    known.contest_no is null as is_new,
    merge_batch.centre_no as batch_no
from pack_ledger_contest as packed
inner join merge_batch on merge_batch.venue_no = packed.batch_no
cross join highest
left join ledger.contest as known on known.contest = packed.contest;

create or replace temp table merge_entry as
with
packed as (
    select
        packed.contest_no as venue_contest_no,
        coalesce(merge_contest.centre_no, packed.contest_no) as contest_no,
        packed.entry_no,
        packed.entry,
        merge_batch.centre_no as batch_no
    from pack_ledger_entry as packed
    inner join merge_batch on merge_batch.venue_no = packed.batch_no
    left join merge_contest on merge_contest.venue_no = packed.contest_no
),

highest as (
    select
        contest_no,
        max(entry_no) as entry_no
    from ledger.entry
    group by contest_no
)

select
    packed.venue_contest_no,
    packed.contest_no,
    packed.entry_no as venue_no,
    packed.entry,
    coalesce(
        known.entry_no,
        coalesce(highest.entry_no, 0) + row_number() over new_entry
    )::integer as centre_no,
    known.entry_no is null as is_new,
    packed.batch_no
from packed
left join highest on highest.contest_no = packed.contest_no
left join ledger.entry as known
    on known.contest_no = packed.contest_no
    and known.entry = packed.entry
window new_entry as (
    partition by packed.contest_no, known.entry_no is null
    order by packed.entry_no
);

create or replace temp table merge_judge as
with
packed as (
    select
        packed.contest_no as venue_contest_no,
        coalesce(merge_contest.centre_no, packed.contest_no) as contest_no,
        packed.judge_no,
        packed.judge_digest,
        named.salt,
        named.judge,
        merge_batch.centre_no as batch_no
    from pack_ledger_judge as packed
    inner join merge_batch on merge_batch.venue_no = packed.batch_no
    inner join pack_private_judge as named
        on named.contest_no = packed.contest_no
        and named.judge_no = packed.judge_no
    left join merge_contest on merge_contest.venue_no = packed.contest_no
),

highest as (
    select
        contest_no,
        max(judge_no) as judge_no
    from ledger.judge
    group by contest_no
)

select
    packed.venue_contest_no,
    packed.contest_no,
    packed.judge_no as venue_no,
    packed.judge_digest,
    packed.salt,
    packed.judge,
    coalesce(
        known.judge_no,
        coalesce(highest.judge_no, 0) + row_number() over new_judge
    )::integer as centre_no,
    known.judge_no is null as is_new,
    packed.batch_no
from packed
left join highest on highest.contest_no = packed.contest_no
left join private.judge as known
    on known.contest_no = packed.contest_no
    and known.judge = packed.judge
window new_judge as (
    partition by packed.contest_no, known.judge_no is null
    order by packed.judge_no
);
