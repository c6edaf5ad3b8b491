-- ref.selection_body: the bodies that select by these rules.
-- grain: one row per ruleset_hash, body
-- source: data/rulesets/*.toml; rulebook CS-01

create or replace table ref.selection_body (
    ruleset_hash varchar,
    body varchar,
    region varchar,  -- ISO code of a local body
    label_kk varchar,
    label_ru varchar,
    label_en varchar
);
