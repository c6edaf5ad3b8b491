-- fact.batch: which batches are in force for which contest, inside the reader's horizon.
-- grain: one row per contest_no, batch_no
-- source: LEDGER "Reading" (joined on contest and batch it prunes the scan of 100 million marks).
-- tally.span says what the log of force says, in the form that costs a reader least

create or replace view fact.batch as
select
    span.contest_no,
    span.batch_no
from tally.span as span
left join fact.read_limit as read_limit on read_limit.contest_no = span.contest_no
where
    fact.last_seen(span.contest_no, read_limit.published_batch_no)
    between span.first_batch_no and span.last_batch_no;

comment on view fact.batch is 'Which batches are in force for which contest.';
comment on column fact.batch.contest_no is 'Physical key of the contest.';
comment on column fact.batch.batch_no is 'A batch whose facts count.';
