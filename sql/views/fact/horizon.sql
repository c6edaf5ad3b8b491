-- fact.horizon: the moment up to which the reader sees a subject.
-- grain: one row per contest_no with a batch in force
-- source: DESIGN "time is one number"; LEDGER "Reading"; what expires does so by this moment, so
-- that an old number stays what it was

create or replace view fact.horizon as
select
    seen.contest_no,
    arrival.arrived_at as recorded_at
from (
    select
        batch.contest_no,
        fact.last_seen(
            batch.contest_no, min(read_limit.published_batch_no)
        ) as batch_no
    from fact.batch as batch
    left join fact.read_limit as read_limit on read_limit.contest_no = batch.contest_no
    group by batch.contest_no
) as seen
asof join fact.arrival as arrival on seen.batch_no >= arrival.batch_no;

comment on view fact.horizon is 'The moment up to which the reader sees a subject.';
comment on column fact.horizon.contest_no is 'Physical key of the contest or subject.';
comment on column fact.horizon.recorded_at is
    'When the newest batch inside the horizon came into the ledger.';
