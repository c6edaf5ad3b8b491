-- ref.vacancy_document: the documents of paragraph 153.
-- grain: one row per ruleset_hash, variant, no
-- source: data/rulesets/*.toml; rulebook B5, VC-05, VC-06

create or replace table ref.vacancy_document (
    ruleset_hash varchar,
    variant varchar,
    no integer,
    need varchar,        -- always, if_any, english, none
    least integer,       -- how many of it there must be
    is_health boolean,   -- only present or absent is kept
    label_kk varchar,
    label_ru varchar,
    label_en varchar
);
