-- mart.quota_matches: how many pairs of a region's winners look like one person.
-- grain: one row per programme, season, level, region with such a pair
-- source: rulebook WS-10 (distinct persons), EX-06; CONTRACTS "Ids" (nobody is merged silently). Not
-- in mart.quotas: to look for them costs as much as the quotas

create or replace view mart.quota_matches as
with
candidate as (
    select
        programme,
        season,
        level,
        region,
        unnest(candidates) as entry
    from score.seat_field
    where region is not null
),

winner as materialized (
    select
        programme,
        season,
        level,
        region,
        entry.contest_no as contest_no,
        entry.entry_no as entry_no
    from candidate
    where entry.is_winner
)

select
    -- ids
    winner.programme,
    winner.season,
    winner.level,
    winner.region,

    -- numbers
    count(*)::integer as matches_proposed
from score.person_match as match
inner join winner
    on winner.contest_no = match.contest_no
    and winner.entry_no = match.entry_no
inner join winner as other
    on other.contest_no = match.other_contest_no
    and other.entry_no = match.other_entry_no
    and other.region = winner.region
where match.state = 'proposed'
group by winner.programme, winner.season, winner.level, winner.region;

comment on view mart.quota_matches is 'How many pairs of a region''s winners look like one person.';
comment on column mart.quota_matches.programme is 'Programme.';
comment on column mart.quota_matches.season is 'Season: the edition.';
comment on column mart.quota_matches.level is 'college, oblast or republic: the level left behind.';
comment on column mart.quota_matches.region is 'ISO code of the home region, or member code.';
comment on column mart.quota_matches.matches_proposed is
    'Pairs of winners who look like one person and are counted as two until somebody says so.';
