-- fact.registered: which numbers the ids of contests and entries have, in force or not.
-- grain: one row per contest_no, entry_no
-- source: LEDGER "Tables" (registries: a number is given once and survives an undo). Only for
-- looking an id up: what shows of a contest or an entry is decided by the facts it is joined with

create or replace view fact.registered as
select
    entry.contest_no,
    entry.entry_no,
    contest.contest,
    entry.entry
from ledger.entry as entry
inner join ledger.contest as contest on contest.contest_no = entry.contest_no;

comment on view fact.registered is 'Which numbers the ids of contests and entries have.';
comment on column fact.registered.contest_no is 'Physical key of the contest.';
comment on column fact.registered.entry_no is 'Key of the entry inside its contest.';
comment on column fact.registered.contest is 'Contest id.';
comment on column fact.registered.entry is 'Id of the entry.';
