-- ref.award_rule: the awards of a ruleset, the highest first.
-- grain: one row per ruleset_hash, award
-- source: data/rulesets/*.toml; rulebook WM-30 to WM-35, WM-40, BP-18

create or replace table ref.award_rule (
    ruleset_hash varchar,
    ord integer,
    award varchar,
    rule varchar,          -- rule id of the rulebook
    place integer,         -- the place it is proposed for; null: not by place
    is_by_hand boolean,    -- set by the jury only
    medal_points integer,  -- worth in a team table
    min_entries integer,   -- fewest ranked entries that allow it; 0: no limit
    label_kk varchar,
    label_ru varchar,
    label_en varchar
);
