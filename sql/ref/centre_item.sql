-- ref.centre_item: the conditions, documents and steps of a competence centre.
-- grain: one row per ruleset_hash, item
-- source: data/rulesets/*.toml; rulebook CC-03 to CC-47

create or replace table ref.centre_item (
    ruleset_hash varchar,
    list varchar,                -- condition, mandatory, optional, operation, procedure, ...
    ord integer,
    item varchar,                -- id in the rulebook
    part_of varchar,             -- the item whose evidence this is
    minimum integer,             -- distinct pieces of evidence needed
    alone_minimum integer,       -- of one part, by the strict reading
    is_alone_required boolean,   -- else the strict reading is only noted
    window_years integer,        -- how long an internship counts
    is_conditional boolean,      -- may be not applicable
    label_kk varchar,
    label_ru varchar,
    label_en varchar,
    actor_kk varchar,
    actor_ru varchar,
    actor_en varchar,
    output_kk varchar,
    output_ru varchar,
    output_en varchar
);
