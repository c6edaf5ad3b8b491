-- ref.exam_exemption: which results of championships stand for the exam.
-- grain: one row per ruleset_hash, basis, programme, level, stream, award
-- source: data/rulesets/*.toml; rulebook DE-14, DE-15, DE-16

create or replace table ref.exam_exemption (
    ruleset_hash varchar,
    basis varchar,      -- championship, national_team
    programme varchar,
    level varchar,
    stream varchar,
    award varchar       -- null: being entered is enough (the national team)
);
