-- score.contest_region: how many entries each region has in each contest under a calendar.
-- grain: one row per contest, region with an entry
-- source: rulebook TC-D1, TC-C11 (withdrawn and excluded entries do not count)

create or replace view score.contest_region as
select
    contest.contest,
    entry.region,
    count(*)::integer as entries,
    sum(entry.members)::integer as persons
from fact.contest as contest
inner join fact.entry as entry on entry.contest_no = contest.contest_no
inner join score.competitor as competitor
    on competitor.contest_no = entry.contest_no
    and competitor.entry_no = entry.entry_no
inner join ref.calendar as calendar on calendar.ruleset_hash = contest.ruleset_hash
where
    entry.status = 'absent'
    or competitor.is_expected
group by contest.contest, entry.region;

comment on view score.contest_region is 'How many entries each region has in each contest.';
comment on column score.contest_region.contest is 'Contest id.';
comment on column score.contest_region.region is 'ISO code, or member code.';
comment on column score.contest_region.entries is 'Entries of the region, withdrawn ones apart.';
comment on column score.contest_region.persons is 'People of these entries.';
