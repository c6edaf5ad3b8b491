-- ref.exam_column: the columns of the file for the operator's system.
-- grain: one row per ruleset_hash, ord
-- source: data/rulesets/*.toml; rulebook DE-11, OQ-08

create or replace table ref.exam_column (
    ruleset_hash varchar,
    ord integer,
    column_name varchar,  -- as the file has it
    field varchar         -- column of mart.passports
);
