-- ref.edition_rule: how many persons a region determined in one edition of the movement.
-- grain: one row per ruleset_hash, season, level
-- source: data/rulesets/*.toml; rulebook WS-10 (other editions have no row: no rule)

create or replace table ref.edition_rule (
    ruleset_hash varchar,
    season integer,
    level varchar,
    minimum integer,           -- persons; null: no bound
    maximum integer,           -- persons; null: no bound
    unit varchar,              -- person
    is_enforced boolean,       -- a limit; else a warning
    source varchar,            -- where the numbers stand
    advance_places integer[]   -- null: those of the level
);
