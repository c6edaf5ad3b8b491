-- fact.read_limit: up to which batch a reader may read a contest who is not staff everywhere; for
-- those who are it is empty, and empty by constants alone: the plan then looks no publication up.
-- grain: one row per contest_no with a publication in force; none for staff without a scope
-- source: DESIGN 4 (audience); LEDGER "Reading" (a board costs its planning)

create or replace view fact.read_limit as
select
    contest_no,
    published_batch_no
from fact.publication
where
    getvariable('audience')::varchar <> 'staff'
    or getvariable('scope')::integer[] is not null;

comment on view fact.read_limit is 'Up to which batch others than staff may read a contest.';
comment on column fact.read_limit.contest_no is 'Physical key of the contest.';
comment on column fact.read_limit.published_batch_no is 'The reader sees facts up to this batch.';
