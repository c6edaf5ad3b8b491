-- ref.period: what else happens in a school year, to be kept clear of.
-- grain: one row per ruleset_hash, ord
-- source: data/rulesets/*.toml; rulebook TC-C6, TC-C7, TC-C8, TC-C13

create or replace table ref.period (
    ruleset_hash varchar,
    ord integer,
    period varchar,       -- name among the clashes, as wsk_clash
    rule varchar,
    severity varchar,     -- error, warning, info
    programme varchar,    -- facts of it take the place of the period
    level varchar,
    region varchar,       -- ISO code; null: everywhere
    starts_on date,       -- null: see the months
    ends_on date,
    first_month integer,  -- of every school year
    last_month integer,
    label_kk varchar,
    label_ru varchar,
    label_en varchar
);
