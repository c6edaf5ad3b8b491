-- mart.accreditors: foreign associations that assess centres, by any of the three industry lists.
-- grain: one row per scheme, industry, annex_no, organisation
-- source: rulebook CC-61, CC-62 [D] (the lists are put beside each other, never merged)

create or replace view mart.accreditors as
with
paired as (
    select distinct
        'teacher-skill' as scheme,
        teacher_industry as industry,
        annex_no
    from ref.industry_crosswalk
    where teacher_industry is not null and annex_no is not null
    union all
    select distinct
        'competence-centre' as scheme,
        centre_industry as industry,
        annex_no
    from ref.industry_crosswalk
    where centre_industry is not null and annex_no is not null
    union all
    select distinct
        'accreditors' as scheme,
        annex_no::varchar as industry,
        annex_no
    from ref.accreditor
)

select
    -- ids
    paired.scheme,
    paired.industry,
    case getvariable('lang')::varchar
        when 'ru' then coalesce(unit.name_ru, accreditor.industry_ru)
        when 'en' then coalesce(unit.name_en, accreditor.industry_en)
        else coalesce(unit.name_kk, accreditor.industry_kk)
    end as industry_name,
    paired.annex_no,
    case getvariable('lang')::varchar
        when 'ru' then accreditor.industry_ru
        when 'en' then accreditor.industry_en
        else accreditor.industry_kk
    end as annex_industry,

    -- who
    accreditor.ord,
    accreditor.organisation,
    accreditor.country,
    case getvariable('lang')::varchar
        when 'ru' then accreditor.country_ru
        when 'en' then accreditor.country_en
        else accreditor.country_kk
    end as country_name
from paired
inner join ref.accreditor as accreditor on accreditor.annex_no = paired.annex_no
left join ref.unit as unit
    on unit.programme = paired.scheme
    and unit.unit = paired.industry;

comment on view mart.accreditors is 'Foreign associations that assess centres, by industry.';
comment on column mart.accreditors.scheme is
    'Whose list of industries: teacher-skill, competence-centre, accreditors.';
comment on column mart.accreditors.industry is 'Industry in that list.';
comment on column mart.accreditors.industry_name is 'Name in the language of the reader.';
comment on column mart.accreditors.annex_no is 'Industry of annex 3; 12: for many industries.';
comment on column mart.accreditors.annex_industry is 'Its name in the language of the reader.';
comment on column mart.accreditors.ord is 'Order of the annex.';
comment on column mart.accreditors.organisation is 'Name as written in the source.';
comment on column mart.accreditors.country is
    'Country (ISO 3166), EU for the European Union; null: the source names none.';
comment on column mart.accreditors.country_name is 'Its name in the language of the reader.';
