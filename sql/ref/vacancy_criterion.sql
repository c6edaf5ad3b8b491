-- ref.vacancy_criterion: the criteria of the assessment sheets, annexes 17 and 18.
-- grain: one row per ruleset_hash, variant, form, criterion
-- source: data/rulesets/*.toml; rulebook B2, VC-11 to VC-20

create or replace table ref.vacancy_criterion (
    ruleset_hash varchar,
    variant varchar,
    form integer,              -- 17: with service; 18: without
    ord integer,               -- number on the sheet
    criterion varchar,
    mode varchar,              -- one part, or the sum of the parts
    cap decimal(9, 3),
    max_points decimal(9, 3),  -- null: no limit
    rule varchar,
    label_kk varchar,
    label_ru varchar,
    label_en varchar,
    evidence_kk varchar,
    evidence_ru varchar,
    evidence_en varchar,
    words_kk varchar,          -- how points come about
    words_ru varchar,
    words_en varchar
);
