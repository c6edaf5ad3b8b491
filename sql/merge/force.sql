-- What the new batches of the package put in force and out of it, in the numbers of this ledger, and
-- which contests both sides changed. Reads pack_* and merge_*; as_of is the number of the merge, base
-- the last batch that both have, venue_key the key of the venue.

create or replace temp table merge_line as
select
    coalesce(merge_contest.centre_no, packed.contest_no) as contest_no,
    packed.batch_no as venue_no,
    merge_batch.centre_no as batch_no,
    coalesce(subject.centre_no, packed.subject_batch_no) as subject_batch_no,
    packed.is_in_force,
    merge_batch.is_new
from pack_ledger_force as packed
inner join merge_batch on merge_batch.venue_no = packed.batch_no
left join merge_batch as subject on subject.venue_no = packed.subject_batch_no
left join merge_contest on merge_contest.venue_no = packed.contest_no;

-- up to which batch of ours a contest of this venue is settled: the last merge, unless it left the
-- contest as the centre has it
create or replace temp table merge_settled as
with
merged as (
    select batch_no
    from ledger.merge
    where
        public_key = getvariable('venue_key')::varchar
        and batch_no > getvariable('base')::integer
),

taken as (
    select
        take.contest_no,
        max_by(take.taken, take.batch_no) as taken
    from ledger.merge_take as take
    semi join merged on merged.batch_no = take.batch_no
    group by take.contest_no
)

select
    line.contest_no,
    if(
        coalesce(any_value(taken.taken), '') = 'centre',
        getvariable('base')::integer,
        coalesce((select max(merged.batch_no) from merged), getvariable('base')::integer)
    ) as batch_no,
    coalesce(any_value(taken.taken), 'venue') as taken
from (select distinct contest_no from merge_line) as line
left join taken on taken.contest_no = line.contest_no
group by line.contest_no;

create or replace temp table merge_change as
with
made as (
    select origin.batch_no
    from ledger.venue_batch as origin
    inner join ledger.merge as merge
        on merge.batch_no = origin.merge_batch_no
        and merge.public_key = getvariable('venue_key')::varchar
)

select distinct
    line.contest_no,
    'venue' as side,
    line.batch_no
from merge_line as line
where line.is_new

union all

select distinct
    line.contest_no,
    'centre' as side,
    line.batch_no
from ledger.force as line
inner join merge_settled as settled
    on settled.contest_no = line.contest_no
    and line.batch_no > settled.batch_no
anti join made on made.batch_no = line.batch_no
where line.batch_no < getvariable('as_of')::integer;

create or replace temp table merge_contested as
select
    change.contest_no,
    registry.contest
from merge_change as change
inner join ledger.contest as registry on registry.contest_no = change.contest_no
left join ledger.batch as batch on batch.batch_no = change.batch_no
left join merge_batch on merge_batch.centre_no = change.batch_no
left join pack_ledger_batch as packed on packed.batch_no = merge_batch.venue_no
where change.contest_no > 0
group by change.contest_no, registry.contest
having
    count(distinct change.side) = 2
    and bool_or(coalesce(packed.kind, batch.kind) <> 'publication');  -- two of them change no fact

-- what counts on each side now, of each contested contest
create or replace temp table merge_state as
select
    span.contest_no,
    'centre' as side,
    span.batch_no
from tally.span as span
semi join merge_contested as contested on contested.contest_no = span.contest_no
where span.last_batch_no = 2147483647

union all

select
    contest_no,
    if(is_former, 'venue before', 'venue') as side,
    subject_batch_no as batch_no
from (
    select
        line.contest_no,
        line.subject_batch_no,
        line.is_former,
        max_by(line.is_in_force, line.venue_no) as is_in_force
    from (
        select
            span.contest_no,
            span.batch_no as subject_batch_no,
            0 as venue_no,
            true as is_in_force,
            unnest([true, false]) as is_former
        from tally.span as span
        where
            getvariable('base')::integer between span.first_batch_no and span.last_batch_no

        union all

        select
            contest_no,
            subject_batch_no,
            venue_no,
            is_in_force,
            unnest(if(is_new, [false], [true, false])) as is_former
        from merge_line
    ) as line
    semi join merge_contested as contested on contested.contest_no = line.contest_no
    group by line.contest_no, line.subject_batch_no, line.is_former
) as state
where is_in_force;
