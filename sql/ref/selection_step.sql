-- ref.selection_step: the steps of the funnel.
-- grain: one row per ruleset_hash, step
-- source: data/rulesets/*.toml; rulebook C1

create or replace table ref.selection_step (
    ruleset_hash varchar,
    step varchar,
    ord integer,  -- number of the step
    rule varchar,  -- rule id of the rulebook
    least decimal(9, 3),  -- points that pass; null: no such gate
    minutes integer,  -- time from its start
    words integer,  -- greatest number of words
    is_anonymous boolean,  -- only the personal number is known
    label_kk varchar,
    label_ru varchar,
    label_en varchar
);
