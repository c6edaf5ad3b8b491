-- mart.participations: who took part in what and when, for a confirmation of participation.
-- grain: one row per contest_no, entry_no, member
-- source: rulebook WS-17 (students in contests and championships may study by distance; the
-- confirmation bears the dates)

create or replace view mart.participations as
select
    member.contest_no,
    contest.contest,
    contest.programme,
    contest.season,
    contest.level,
    coalesce(contest.stream, 'wsk') as stream,
    contest.unit,
    case getvariable('lang')::varchar
        when 'ru' then coalesce(unit.name_ru, contest.unit)
        when 'en' then coalesce(unit.name_en, contest.unit)
        else coalesce(unit.name_kk, contest.unit)
    end as unit_name,
    contest.host,
    contest.starts_on,
    contest.ends_on,
    (contest.ends_on - contest.starts_on + 1)::integer as days,
    case
        when contest.starts_on <= contest.ends_on
            then score.working_days(contest.starts_on, contest.ends_on)
    end as working_days,
    entry.entry,
    member.name,
    member.region,
    member.organisation,
    member.is_guest
from fact.entry_member as member
inner join score.competitor as competitor
    on competitor.contest_no = member.contest_no
    and competitor.entry_no = member.entry_no
    and competitor.is_expected
inner join fact.entry as entry
    on entry.contest_no = member.contest_no
    and entry.entry_no = member.entry_no
inner join fact.contest as contest on contest.contest_no = member.contest_no
left join ref.unit as unit
    on unit.programme = contest.programme
    and unit.unit = contest.unit
    and unit.edition is not distinct from contest.edition
where not contest.is_archive;

comment on view mart.participations is 'Who took part in what and when.';
comment on column mart.participations.contest_no is 'Physical key of the contest.';
comment on column mart.participations.contest is 'Contest id.';
comment on column mart.participations.programme is 'Programme.';
comment on column mart.participations.season is 'Season.';
comment on column mart.participations.level is 'college, oblast, republic or international.';
comment on column mart.participations.stream is 'wsk, abilympics, deafskills or agroskills.';
comment on column mart.participations.unit is 'Skill, industry or profession.';
comment on column mart.participations.unit_name is 'Name of the unit in the reader language.';
comment on column mart.participations.host is 'ISO code of the host.';
comment on column mart.participations.starts_on is 'First day; null: not known.';
comment on column mart.participations.ends_on is 'Last day, counted; null: not known.';
comment on column mart.participations.days is 'Calendar days, both ends counted.';
comment on column mart.participations.working_days is 'Working days, both ends counted.';
comment on column mart.participations.entry is 'Entry id, unique inside its contest.';
comment on column mart.participations.name is 'Name of one member; null once erased.';
comment on column mart.participations.region is 'ISO code of the own region.';
comment on column mart.participations.organisation is 'Own organisation.';
comment on column mart.participations.is_guest is 'Out of ranking.';
