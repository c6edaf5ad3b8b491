-- ref.accreditor: foreign associations that assess competence centres, by industry.
-- grain: one row per annex_no, organisation
-- source: data/reference/accreditors.csv; rulebook CC-61 (004, annex 3; advisory)

create or replace table ref.accreditor (
    annex_no integer,        -- 1 to 11; 12: for many industries
    ord integer,
    industry_kk varchar,
    industry_ru varchar,
    industry_en varchar,
    organisation varchar,    -- as written
    country varchar,         -- ISO 3166, EU for the European Union; null: the source names none
    country_kk varchar,      -- its name in CLDR
    country_ru varchar,
    country_en varchar
);
