-- ref.selection_deadline: the clocks of a selection.
-- grain: one row per ruleset_hash, deadline
-- source: data/rulesets/*.toml; rulebook CS-13, CS-16, CS-19, CS-27, CS-34, CS-36, CS-38

create or replace table ref.selection_deadline (
    ruleset_hash varchar,
    deadline varchar,
    ord integer,
    step varchar,
    rule varchar,
    days integer,  -- null: no limit is stated
    unit varchar,  -- working or calendar
    label_kk varchar,
    label_ru varchar,
    label_en varchar
);
