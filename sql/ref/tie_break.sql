-- ref.tie_break: the criteria that tell a shared first place apart, in their order.
-- grain: one row per ruleset_hash, step
-- source: data/rulesets/*.toml; rulebook BP-15 (criteria_order)

create or replace table ref.tie_break (
    ruleset_hash varchar,
    step integer,
    criterion varchar
);
