-- ref.centre_requirement: what the readiness of a profile counts.
-- grain: one row per ruleset_hash, profile, item
-- source: data/rulesets/*.toml; rulebook CC-21 (conditions of the profile and CC-11 to CC-14)

create or replace table ref.centre_requirement (
    ruleset_hash varchar,
    profile varchar,
    item varchar
);
