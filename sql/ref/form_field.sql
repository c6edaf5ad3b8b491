-- ref.form_field: the fields of a ruleset's application form.
-- grain: one row per ruleset_hash, field
-- source: data/rulesets/*.toml; rulebook BP-05 (Annex 1)

create or replace table ref.form_field (
    ruleset_hash varchar,
    ord integer,
    field varchar,
    type varchar,
    is_required boolean,
    is_personal boolean,
    label_kk varchar,
    label_ru varchar,
    label_en varchar
);
