-- ref.calendar: how the contests of a school year are planned under a ruleset.
-- grain: one row per ruleset_hash with a calendar
-- source: data/rulesets/*.toml; rulebook TC-C1, TC-C10, TC-C12, TC-05, SL-05

create or replace table ref.calendar (
    ruleset_hash varchar,
    contests integer,               -- TC-C1; null: any number
    contests_a_week integer,        -- TC-C12; null: any number
    partners varchar[],             -- TC-D3: employers of experts each contest must have
    regional_rule varchar,          -- TC-05, SL-05; null: no regional stage is reckoned
    regional_working_days integer,  -- working days between the stages
    needs_regional_winner boolean   -- SL-05
);
