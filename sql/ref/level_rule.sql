-- ref.level_rule: who goes on from a level of the movement, and the streams to be held there.
-- grain: one row per ruleset_hash, level
-- source: data/rulesets/*.toml; rulebook WS-04, WS-09

create or replace table ref.level_rule (
    ruleset_hash varchar,
    level varchar,
    advance_places integer[],  -- WS-04, OQ-02
    streams varchar[]          -- WS-09
);
