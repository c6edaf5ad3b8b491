-- ref.region: the oblasts and cities of republican significance.
-- grain: one row per region
-- source: data/reference/regions.csv

create or replace table ref.region (
    region varchar,
    kato varchar,
    name_kk varchar,
    name_ru varchar,
    name_en varchar,
    short_kk varchar,
    short_ru varchar,
    short_en varchar,
    kind varchar,
    valid_from date,
    valid_to date
);
