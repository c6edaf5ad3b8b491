-- mart.own_entry: the participant's own entry: what contest, how far it is, and the appeal's clock.
-- grain: one row, or none: only the reader's own entry
-- source: rulebook BP-24 (before the publication nothing of the result); CONTRACTS "Time and
-- numbers" (a period of N working days starts on the day after the publication)

create or replace view mart.own_entry as
with
timed as (
    select
        own.contest_no,
        own.entry_no,
        own.contest,
        own.entry,
        own.name,
        own.region,
        own.organisation,
        own.members,
        own.programme,
        own.season,
        own.level,
        own.scope,
        own.stream,
        own.unit,
        own.edition,
        own.starts_on,
        own.ends_on,
        appeal.published_at,
        appeal.days,
        appeal.closes_on,
        appeal.is_open,
        timezone(ruleset.zone, getvariable('moment')::timestamptz)::date as today
    from fact.own_entry as own
    inner join ref.ruleset as ruleset on ruleset.ruleset_hash = own.ruleset_hash
    left join mart.appeal_windows as appeal on appeal.contest_no = own.contest_no
)

select
    -- ids
    timed.contest_no,
    timed.contest,
    timed.entry_no,
    timed.entry,

    -- who
    timed.name,
    case getvariable('lang')::varchar
        when 'ru' then coalesce(region.name_ru, timed.region)
        when 'en' then coalesce(region.name_en, timed.region)
        else coalesce(region.name_kk, timed.region)
    end as region_name,
    timed.organisation,
    timed.members,

    -- the contest
    timed.programme,
    timed.season,
    timed.level,
    timed.scope as region,
    timed.stream,
    timed.unit,
    case getvariable('lang')::varchar
        when 'ru' then coalesce(unit.name_ru, timed.unit)
        when 'en' then coalesce(unit.name_en, timed.unit)
        else coalesce(unit.name_kk, timed.unit)
    end as unit_name,
    timed.starts_on,
    timed.ends_on,
    case
        when timed.published_at is not null then 'published'
        when timed.starts_on > timed.today then 'planned'
        when timed.ends_on >= timed.today then 'held'
        else 'awaited'
    end as state,

    -- the clock
    timed.published_at,
    timed.days as appeal_days,
    timed.closes_on,
    if(timed.is_open, score.working_days(timed.today + 1, timed.closes_on), null) as days_left
from timed
left join ref.region as region on region.region = timed.region
left join ref.unit as unit
    on unit.programme = timed.programme
    and unit.unit = timed.unit
    and unit.edition is not distinct from timed.edition;

comment on view mart.own_entry is 'The own entry of the participant who reads.';
comment on column mart.own_entry.contest_no is 'Physical key of the contest.';
comment on column mart.own_entry.contest is 'Contest id.';
comment on column mart.own_entry.entry_no is 'Key of the entry inside its contest.';
comment on column mart.own_entry.entry is 'Entry id, unique inside its contest.';
comment on column mart.own_entry.name is 'Name; the members of a team; null once erased.';
comment on column mart.own_entry.region_name is 'Own region in the reader''s language.';
comment on column mart.own_entry.organisation is 'Own organisation.';
comment on column mart.own_entry.members is 'Persons.';
comment on column mart.own_entry.programme is 'Programme.';
comment on column mart.own_entry.season is 'Season.';
comment on column mart.own_entry.level is 'college, oblast, republic or international.';
comment on column mart.own_entry.region is 'ISO code of the scope of the contest.';
comment on column mart.own_entry.stream is 'wsk, abilympics, deafskills or agroskills.';
comment on column mart.own_entry.unit is 'Skill, industry, profession or post.';
comment on column mart.own_entry.unit_name is 'Its name in the reader''s language.';
comment on column mart.own_entry.starts_on is 'First day.';
comment on column mart.own_entry.ends_on is 'Last day.';
comment on column mart.own_entry.state is
    'planned, held, awaited (held, not published) or published; from the days alone.';
comment on column mart.own_entry.published_at is 'When the result was published, UTC.';
comment on column mart.own_entry.appeal_days is 'Working days after the day of the publication.';
comment on column mart.own_entry.closes_on is 'Last day to lodge an appeal.';
comment on column mart.own_entry.days_left is
    'Working days after today until then; 0: today is the last; null: closed, or not open yet.';
