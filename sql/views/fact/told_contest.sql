-- fact.told_contest: what any sheet has said of the contests, in force or not.
-- grain: one row per contest_no and what was said of it
-- source: LEDGER "Tables" (registries). Only for finding the numbers that a question may look at:
-- which contests there are, and of which event, is for fact.contest to say

create or replace view fact.told_contest as
select
    fact.contest_no,
    contest.contest,
    fact.programme,
    fact.season,
    fact.level
from ledger.contest_fact as fact
inner join ledger.contest as contest on contest.contest_no = fact.contest_no;

comment on view fact.told_contest is 'What any sheet has said of the contests, in force or not.';
comment on column fact.told_contest.contest_no is 'Physical key of the contest.';
comment on column fact.told_contest.contest is 'Contest id.';
comment on column fact.told_contest.programme is 'Programme.';
comment on column fact.told_contest.season is 'Season.';
comment on column fact.told_contest.level is 'college, oblast or republic.';
