-- ref.region_alias: how people write the regions, former names and codes included.
-- grain: one row per alias, region and period
-- source: data/reference/region_aliases.csv and regions.csv

create or replace table ref.region_alias (
    alias varchar,
    folded varchar,      -- as sheets.fold() folds it: what is compared
    region varchar,      -- null: ambiguous, never to be guessed
    lang varchar,
    kind varchar,
    valid_from date,
    valid_to date
);
