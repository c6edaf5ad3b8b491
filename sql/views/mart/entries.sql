-- mart.entries: the people of every entry, with the state of the entry.
-- grain: one row per contest_no, entry_no, member
-- source: CONTRACTS "Sheet formats" (entries), "Words"; archives have no people and are left out

create or replace view mart.entries as
select
    -- ids
    member.contest_no,
    contest.contest,
    contest.programme,
    contest.season,
    contest.level,
    contest.stream,
    contest.unit,
    case getvariable('lang')::varchar
        when 'ru' then unit.name_ru
        when 'en' then unit.name_en
        else unit.name_kk
    end as unit_name,
    contest.host,
    contest.region as scope,
    entry.entry,

    -- who
    member.name,
    member.region,
    case getvariable('lang')::varchar
        when 'ru' then region.name_ru
        when 'en' then region.name_en
        else region.name_kk
    end as region_name,
    member.organisation,
    member.is_guest,
    member.status,
    competitor.is_expected
from fact.entry_member as member
inner join fact.entry as entry
    on entry.contest_no = member.contest_no
    and entry.entry_no = member.entry_no
inner join score.competitor as competitor
    on competitor.contest_no = member.contest_no
    and competitor.entry_no = member.entry_no
inner join fact.contest as contest on contest.contest_no = member.contest_no
left join ref.region as region on region.region = member.region
left join ref.unit as unit
    on unit.programme = contest.programme
    and unit.unit = contest.unit
    and unit.edition is not distinct from contest.edition
where not contest.is_archive;

comment on view mart.entries is 'The people of every entry, with the state of the entry.';
comment on column mart.entries.contest_no is 'Physical key of the contest.';
comment on column mart.entries.contest is 'Contest id.';
comment on column mart.entries.programme is 'Programme.';
comment on column mart.entries.season is 'Season.';
comment on column mart.entries.level is 'college, oblast, republic or international.';
comment on column mart.entries.stream is 'wsk, abilympics, deafskills or agroskills.';
comment on column mart.entries.unit is 'Skill, industry or profession.';
comment on column mart.entries.unit_name is
    'Name of the unit in the reader''s language; null: not in the catalogue.';
comment on column mart.entries.host is 'ISO code of the host.';
comment on column mart.entries.scope is 'ISO code of the scope of the contest.';
comment on column mart.entries.entry is 'Entry id, unique inside its contest.';
comment on column mart.entries.name is 'Name of one member; null once erased.';
comment on column mart.entries.region is 'ISO code of the own region.';
comment on column mart.entries.region_name is 'Name of the region in the reader''s language.';
comment on column mart.entries.organisation is 'Own organisation.';
comment on column mart.entries.is_guest is 'Out of ranking.';
comment on column mart.entries.status is 'active, absent, withdrawn or excluded, by the sheet.';
comment on column mart.entries.is_expected is
    'Marks are expected: active, and not excluded by a decision.';
