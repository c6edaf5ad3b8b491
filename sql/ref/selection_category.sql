-- ref.selection_category: categories of posts whose candidates write an essay.
-- grain: one row per ruleset_hash, category
-- source: data/rulesets/*.toml; rulebook CS-25

create or replace table ref.selection_category (
    ruleset_hash varchar,
    category varchar
);
