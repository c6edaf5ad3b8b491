-- mart.appeal_windows: until when appeals about a published result can be lodged.
-- grain: one row per contest_no with a publication in force
-- source: CONTRACTS "Time and numbers"; appeal_days of the ruleset, a default (BP-Q12)

create or replace view mart.appeal_windows as
with
clock as (
    select
        contest.contest_no,
        contest.contest,
        publication.published_at,
        ruleset.appeal_days as days,
        ruleset.zone,
        score.nth_working_day(
            timezone(ruleset.zone, publication.published_at)::date, ruleset.appeal_days
        ) as closes_on
    from fact.contest as contest
    inner join ref.ruleset as ruleset on ruleset.ruleset_hash = contest.ruleset_hash
    inner join fact.published as publication on publication.contest_no = contest.contest_no
    where not contest.is_archive
)

select
    contest_no,
    contest,
    published_at,
    days,
    closes_on,
    closes_on >= timezone(zone, getvariable('moment')::timestamptz)::date as is_open
from clock;

comment on view mart.appeal_windows is 'Until when appeals can be lodged.';
comment on column mart.appeal_windows.contest_no is 'Physical key of the contest.';
comment on column mart.appeal_windows.contest is 'Contest id.';
comment on column mart.appeal_windows.published_at is 'When the result was published, UTC.';
comment on column mart.appeal_windows.days is 'Working days after the day of the publication.';
comment on column mart.appeal_windows.closes_on is 'Last day to lodge.';
comment on column mart.appeal_windows.is_open is 'That day is not over.';
