-- ref.unit: what is competed in: skills by edition, industries by scheme.
-- grain: one row per programme, edition, unit
-- source: data/reference/skills.csv and industries.csv

create or replace table ref.unit (
    programme varchar,
    edition varchar,     -- of the skill catalogue; null for industries
    ord integer,         -- newest edition first is the greatest
    unit varchar,
    name_kk varchar,
    name_ru varchar,
    name_en varchar,
    former_name_en varchar,
    sector_kk varchar,
    sector_ru varchar,
    sector_en varchar
);
