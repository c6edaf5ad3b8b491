-- Progress of regions: values of indicators, and what competence centres have.
-- Only what DuckLake has too: no keys, no constraints but not null.

create table ledger.indicator_value (
    contest_no integer not null,     -- of the subject indicators:<year>
    batch_no integer not null,
    source_sheet varchar,
    source_row integer,
    source_column varchar,
    indicator varchar not null,
    region varchar not null,         -- ISO code; KZ: the country
    organisation varchar,            -- null: the region as a whole
    period integer not null,         -- calendar year, or the year the school year begins
    numerator bigint,
    denominator bigint,              -- null: a count, or not known
    since date,                      -- the day the persons of this row were last taught or appointed
    as_of date,
    source varchar
);

create table ledger.centre_item (
    contest_no integer not null,     -- of the subject centres
    batch_no integer not null,
    source_sheet varchar,
    source_row integer,
    source_column varchar,
    ruleset_hash varchar not null,
    organisation varchar not null,
    region varchar,
    profile varchar not null,
    item varchar not null,           -- CC id
    state varchar not null,          -- done, in_progress, missing, not_applicable
    basis varchar,                   -- experience, internship
    evidence varchar,                -- number of a document, employer, number of a post; no names
    done_on date,
    valid_to date,
    checked_on date
);
