-- score.participation: who of each region takes part in each planned contest.
-- grain: one row per contest_no, item, region; every region of its day, with or without entries
-- source: rulebook TC-D1, TC-C11 (withdrawn and excluded entries do not count)

create or replace view score.participation as
select
    item.contest_no,
    item.contest,
    item.item,
    item.programme,
    item.season,
    item.level,
    item.unit,
    region.region,
    item.region is not distinct from region.region as is_host,
    coalesce(entry.entries, 0) as entries,
    coalesce(entry.persons, 0) as persons
from score.calendar_item as item
inner join ref.region as region
    on coalesce(
        region.valid_from <= coalesce(item.last_day, make_date(item.season + 1, 8, 31)), true
    )
    and coalesce(
        region.valid_to >= coalesce(item.first_day, make_date(item.season, 9, 1)), true
    )
left join score.contest_region as entry
    on entry.contest = item.item
    and entry.region = region.region
where
    item.is_checked
    and item.level = 'republic';

comment on view score.participation is 'Who of each region takes part in each planned contest.';
comment on column score.participation.contest_no is 'Physical key of the subject or contest.';
comment on column score.participation.contest is 'Subject or contest.';
comment on column score.participation.item is 'The contest.';
comment on column score.participation.programme is 'Programme.';
comment on column score.participation.season is 'The year in which the school year begins.';
comment on column score.participation.level is 'republic.';
comment on column score.participation.unit is 'Industry.';
comment on column score.participation.region is 'ISO code.';
comment on column score.participation.is_host is 'The region holds the contest.';
comment on column score.participation.entries is 'Entries of the region, withdrawn ones apart.';
comment on column score.participation.persons is 'People of these entries.';
