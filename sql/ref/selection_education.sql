-- ref.selection_education: levels of education, the highest first.
-- grain: one row per ruleset_hash, education
-- source: data/rulesets/*.toml; rulebook CS-33, CS-Q09

create or replace table ref.selection_education (
    ruleset_hash varchar,
    education varchar,
    ord integer,  -- 1 is the highest
    label_kk varchar,
    label_ru varchar,
    label_en varchar
);
