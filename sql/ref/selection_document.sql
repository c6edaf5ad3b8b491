-- ref.selection_document: what the winner hands in.
-- grain: one row per ruleset_hash, document
-- source: data/rulesets/*.toml; rulebook CS-38, C4

create or replace table ref.selection_document (
    ruleset_hash varchar,
    document varchar,  -- part of the step appointment
    ord integer,
    label_kk varchar,
    label_ru varchar,
    label_en varchar
);
