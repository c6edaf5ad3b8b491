-- ref.criterion: the columns of the mark sheets a ruleset knows.
-- grain: one row per ruleset_hash, sheet, criterion
-- source: data/rulesets/*.toml; rulebook BP-08, BP-Q03

create or replace table ref.criterion (
    ruleset_hash varchar,
    sheet varchar,
    ord integer,
    criterion varchar,        -- total: a bare total
    max_points decimal(9, 3),
    label_kk varchar,
    label_ru varchar,
    label_en varchar,
    is_used boolean           -- of the sheet in use; other sheets are choices
);
