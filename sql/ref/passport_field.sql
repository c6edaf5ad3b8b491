-- ref.passport_field: the sections of the passport of a centre and their columns.
-- grain: one row per ruleset_hash, section, field
-- source: data/rulesets/*.toml; rulebook 8.7

create or replace table ref.passport_field (
    ruleset_hash varchar,
    section integer,   -- 0: the cover
    ord integer,
    field varchar,
    label_kk varchar,
    label_ru varchar,
    label_en varchar
);
