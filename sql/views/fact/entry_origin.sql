-- fact.entry_origin: which entry of the level below an entry comes from.
-- grain: one row per contest_no, entry_no that advanced
-- source: CONTRACTS "Ids" (advancing makes a new entry with from_entry); rulebook WS-05.5, WS-06.5

create or replace view fact.entry_origin as
select
    origin.contest_no,
    origin.batch_no,
    origin.entry_no,
    origin.from_contest_no,
    origin.from_entry_no
from ledger.entry_origin as origin
inner join fact.batch as batch
    on batch.contest_no = origin.contest_no
    and batch.batch_no = origin.batch_no;

comment on view fact.entry_origin is 'Which entry of the level below an entry comes from.';
comment on column fact.entry_origin.contest_no is 'Physical key of the contest.';
comment on column fact.entry_origin.batch_no is 'The batch that brought the fact.';
comment on column fact.entry_origin.entry_no is 'Key of the entry inside its contest.';
comment on column fact.entry_origin.from_contest_no is 'The contest of the level below.';
comment on column fact.entry_origin.from_entry_no is 'The entry of that contest.';
