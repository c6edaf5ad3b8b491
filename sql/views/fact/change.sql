-- fact.change: the acts at which something about a contest began or ceased to count.
-- grain: one row per contest_no, batch_no inside the reader's horizon; staff of the contest only
-- source: LEDGER "Tables" (force; tally.span says the same)

create or replace view fact.change as
with
turn as (
    select
        contest_no,
        first_batch_no as batch_no
    from tally.span

    union

    select
        contest_no,
        last_batch_no + 1 as batch_no
    from tally.span
    where last_batch_no < getvariable('as_of')::integer
)

select
    turn.contest_no,
    turn.batch_no,
    batch.recorded_at
from turn
inner join ledger.batch as batch on batch.batch_no = turn.batch_no
where
    fact.is_staff_of(turn.contest_no)
    and turn.batch_no <= getvariable('as_of')::integer;

comment on view fact.change is
    'The acts at which something about a contest began or ceased to count.';
comment on column fact.change.contest_no is 'Physical key of the contest.';
comment on column fact.change.batch_no is 'The act.';
comment on column fact.change.recorded_at is 'When, UTC.';
