-- ref.exam_grade: grades by the percent of the greatest points; used only where asked for.
-- grain: one row per ruleset_hash, at_least
-- source: data/rulesets/*.toml; rulebook DE-10, worldskills_scoring "Demonstration-exam grades"

create or replace table ref.exam_grade (
    ruleset_hash varchar,
    at_least decimal(9, 3),  -- percent, rounded to two decimals
    grade integer
);
