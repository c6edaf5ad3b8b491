-- mart.advanced: the entries of a level that came from the level below, and whether they still may.
-- grain: one row per contest_no, entry_no
-- source: CONTRACTS "Ids" (advancing makes a new entry with from_entry); rulebook WS-05.5, WS-06.5

create or replace view mart.advanced as
select
    origin.contest_no,
    contest.contest,
    origin.entry_no,
    entry.entry,
    entry.name,
    entry.region,
    from_contest.contest as from_contest,
    from_entry.entry as from_entry,
    going.entry_no is not null as is_still_in
from fact.entry_origin as origin
inner join fact.contest as contest on contest.contest_no = origin.contest_no
inner join fact.entry as entry
    on entry.contest_no = origin.contest_no
    and entry.entry_no = origin.entry_no
left join fact.contest as from_contest on from_contest.contest_no = origin.from_contest_no
left join fact.entry as from_entry
    on from_entry.contest_no = origin.from_contest_no
    and from_entry.entry_no = origin.from_entry_no
left join mart.going_on as going
    on going.contest_no = origin.from_contest_no
    and going.entry_no = origin.from_entry_no;

comment on view mart.advanced is 'The entries that came from the level below.';
comment on column mart.advanced.contest_no is 'Physical key of the contest.';
comment on column mart.advanced.contest is 'Contest id.';
comment on column mart.advanced.entry_no is 'Key of the entry inside its contest.';
comment on column mart.advanced.entry is 'Entry id, unique inside its contest.';
comment on column mart.advanced.name is 'Name; the members of a team.';
comment on column mart.advanced.region is 'ISO code of the own region.';
comment on column mart.advanced.from_contest is 'Contest id of the level below.';
comment on column mart.advanced.from_entry is 'Entry id there.';
comment on column mart.advanced.is_still_in is
    'Still goes on there; false: the result below has changed since, somebody must look.';
