-- ref.selection_violation: the prohibitions, and what one step allows.
-- grain: one row per ruleset_hash, violation
-- source: data/rulesets/*.toml; rulebook CS-03, CS-04

create or replace table ref.selection_violation (
    ruleset_hash varchar,
    violation varchar,
    counts_as varchar,  -- V1 to V7
    allowed_in varchar,  -- the step in which it is no violation
    label_kk varchar,
    label_ru varchar,
    label_en varchar
);
