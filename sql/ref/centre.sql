-- ref.centre: how the checklist of a competence centre is read.
-- grain: one row per ruleset_hash
-- source: data/rulesets/*.toml; rulebook CC-21, 8.4, OQ-12

create or replace table ref.centre (
    ruleset_hash varchar,
    profile varchar,         -- where a sheet names none
    open_step varchar,       -- where work goes on while ids are missing
    decision_step varchar,   -- the first step once everything is there
    order_step varchar       -- the second gate opens after it
);
