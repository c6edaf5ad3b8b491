-- ref.exam_rule: the keys of demonstration exams.
-- grain: one row per ruleset_hash
-- source: data/rulesets/*.toml; rulebook DE-05, DE-10, DE-14, DE-16, DE-19, OQ-06, OQ-30

create or replace table ref.exam_rule (
    ruleset_hash varchar,
    max_points decimal(9, 3),        -- DE-10, points
    site_accreditation varchar,      -- OQ-30: wsk, all, none
    is_student_required boolean,     -- DE-14, OQ-06: only students are freed from the exam
    is_same_unit_required boolean,   -- DE-16
    is_high_score_maximum boolean,   -- DE-16, OQ-06: else the score stays empty
    has_grades boolean,              -- DE-10: points become grades
    operator varchar,                -- DE-11: who issues passports
    high_score_kk varchar,           -- the words that stand for the score
    high_score_ru varchar,
    high_score_en varchar
);
