-- ref.industry_crosswalk: the three lists of industries beside each other.
-- grain: one row per teacher_industry, centre_industry, annex_no
-- source: data/reference/industry_crosswalk.csv; rulebook CC-62 [D]

create or replace table ref.industry_crosswalk (
    teacher_industry varchar,   -- 001, section 18; null: none
    centre_industry varchar,    -- 001, section 24; null: none
    annex_no integer            -- 004, annex 3; null: none
);
