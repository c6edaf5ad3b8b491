-- ref.vacancy_qualification: the education that meets the requirement of a post, and that which does not.
-- grain: one row per ruleset_hash, qualification
-- source: data/rulesets/*.toml; rulebook VC-02

create or replace table ref.vacancy_qualification (
    ruleset_hash varchar,
    qualification varchar,
    meets boolean,
    label_kk varchar,
    label_ru varchar,
    label_en varchar
);
