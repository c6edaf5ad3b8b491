-- ref.selection_part: what is recorded in each step.
-- grain: one row per ruleset_hash, step, part
-- source: data/rulesets/*.toml; rulebook C2

create or replace table ref.selection_part (
    ruleset_hash varchar,
    step varchar,
    part varchar,
    ord integer,
    max_points decimal(9, 3),  -- null: no limit, or set for each contest
    least decimal(9, 3),  -- points that pass in this part alone
    is_counted boolean,  -- adds to the points of the step
    is_whole boolean,  -- a number of tasks, words or days
    label_kk varchar,
    label_ru varchar,
    label_en varchar
);
