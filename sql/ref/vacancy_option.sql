-- ref.vacancy_option: the lines of the assessment sheets.
-- grain: one row per ruleset_hash, variant, form, criterion, option
-- source: data/rulesets/*.toml; rulebook B2, VC-12, VC-13, VC-14, VC-18, VC-Q03

create or replace table ref.vacancy_option (
    ruleset_hash varchar,
    variant varchar,
    form integer,
    criterion varchar,
    ord integer,
    option varchar,
    points decimal(9, 3),    -- null: the commission names another option
    part varchar,            -- options of one part share its points
    is_each boolean,         -- every item counts
    is_by_event boolean,     -- every event counts once, whatever its items
    is_windowed boolean,     -- counts only within the last years
    family varchar,          -- lines that a measure chooses between
    above decimal(9, 3),
    at_least decimal(9, 3),
    at_most decimal(9, 3),
    below decimal(9, 3),
    label_kk varchar,
    label_ru varchar,
    label_en varchar
);
