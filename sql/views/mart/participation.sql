-- mart.participation: regions by industries: who takes part in the contests of a school year.
-- grain: one row per contest, item, region
-- source: rulebook TC-D1, TC-C11, 10.3 (participation matrix)

create or replace view mart.participation as
select
    -- ids
    part.contest_no,
    part.contest,
    part.item,
    part.programme,
    part.season,
    part.level,
    part.unit,
    part.region,

    -- names
    case getvariable('lang')::varchar
        when 'ru' then coalesce(unit.name_ru, part.unit)
        when 'en' then coalesce(unit.name_en, part.unit)
        else coalesce(unit.name_kk, part.unit)
    end as unit_name,
    case getvariable('lang')::varchar
        when 'ru' then region.name_ru
        when 'en' then region.name_en
        else region.name_kk
    end as region_name,

    -- numbers
    part.entries,
    part.persons,

    -- state
    part.is_host,
    if(part.entries > 0, 'registered', 'none') as status
from score.participation as part
inner join ref.region as region on region.region = part.region
left join ref.unit as unit
    on unit.programme = part.programme
    and unit.unit = part.unit
    and unit.edition is null;

comment on view mart.participation is 'Regions by industries: who takes part.';
comment on column mart.participation.contest_no is 'Physical key of the subject or contest.';
comment on column mart.participation.contest is 'Subject or contest.';
comment on column mart.participation.item is 'The contest.';
comment on column mart.participation.programme is 'Programme.';
comment on column mart.participation.season is 'The year in which the school year begins.';
comment on column mart.participation.level is 'republic.';
comment on column mart.participation.unit is 'Industry.';
comment on column mart.participation.region is 'ISO code.';
comment on column mart.participation.unit_name is 'Industry in the reader''s language.';
comment on column mart.participation.region_name is 'Region in the reader''s language.';
comment on column mart.participation.entries is 'Entries of the region, withdrawn ones apart.';
comment on column mart.participation.persons is 'People of these entries.';
comment on column mart.participation.is_host is 'The region holds the contest.';
comment on column mart.participation.status is 'registered or none.';
