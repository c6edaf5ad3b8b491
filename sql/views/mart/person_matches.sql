-- mart.person_matches: who looks like the same person in two entries, and what was decided.
-- grain: one row per pair of members; staff only, and of one region only its own
-- source: CONTRACTS "Ids" (persons are proposed; merge and split are decisions: subject one entry,
-- value the other)

create or replace view mart.person_matches as
select
    match.programme,
    match.season,
    match.level,
    match.region,
    match.state,
    match.contest_no,
    contest.contest,
    entry.entry,
    match.name,
    entry.organisation,
    other_contest.contest as other_contest,
    other.entry as other_entry,
    match.other_name,
    other.organisation as other_organisation,
    match.agrees
from score.person_match as match
inner join fact.contest as contest on contest.contest_no = match.contest_no
inner join fact.entry as entry
    on entry.contest_no = match.contest_no
    and entry.entry_no = match.entry_no
inner join fact.contest as other_contest on other_contest.contest_no = match.other_contest_no
inner join fact.entry as other
    on other.contest_no = match.other_contest_no
    and other.entry_no = match.other_entry_no
where fact.is_own_region(match.region);

comment on view mart.person_matches is 'Who looks like the same person in two entries.';
comment on column mart.person_matches.programme is 'Programme.';
comment on column mart.person_matches.season is 'Season.';
comment on column mart.person_matches.level is 'college, oblast, republic or international.';
comment on column mart.person_matches.region is 'ISO code of the region of the first.';
comment on column mart.person_matches.state is 'proposed, merged or split.';
comment on column mart.person_matches.contest_no is 'Physical key of the contest.';
comment on column mart.person_matches.contest is 'Contest id.';
comment on column mart.person_matches.entry is 'Entry id.';
comment on column mart.person_matches.name is 'Name.';
comment on column mart.person_matches.organisation is 'Own organisation.';
comment on column mart.person_matches.other_contest is 'Contest id of the other.';
comment on column mart.person_matches.other_entry is 'Entry id of the other.';
comment on column mart.person_matches.other_name is 'Name of the other.';
comment on column mart.person_matches.other_organisation is 'Organisation of the other.';
comment on column mart.person_matches.agrees is
    'What agrees beside the name: organisation or region.';
