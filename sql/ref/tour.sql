-- ref.tour: the tours of a ruleset, both ends counted.
-- grain: one row per ruleset_hash, tour
-- source: data/rulesets/*.toml; rulebook BP-01

create or replace table ref.tour (
    ruleset_hash varchar,
    tour integer,
    level varchar,
    starts_on date,
    ends_on date
);
