-- The calendar: planned contests and other dated events. The months of a term stand without a
-- year unless the sheet writes one: the year follows from the school year.

create table ledger.schedule_item (
    contest_no integer not null,     -- of the subject schedule:<programme>-<season>
    batch_no integer not null,
    source_sheet varchar,
    source_row integer,
    source_column varchar,
    no integer,
    programme varchar not null,
    season integer not null,         -- the year in which the school year begins
    level varchar not null,
    unit varchar not null,
    region varchar not null,         -- the host
    base varchar,                    -- the organisation that holds it
    term varchar,                    -- as written
    first_month integer,             -- 1 to 12
    first_year integer,              -- null: the sheet writes no year
    last_month integer,
    last_year integer,
    starts_on date,
    ends_on date,
    ruleset_hash varchar
);

create table ledger.event (
    contest_no integer not null,     -- of the subject schedule:<programme>-<season>
    batch_no integer not null,
    source_sheet varchar,
    source_row integer,
    source_column varchar,
    event varchar not null,          -- its code, or its title
    programme varchar not null,
    season integer not null,
    level varchar,
    title varchar not null,
    region varchar,
    place varchar,
    term varchar,
    first_month integer,
    first_year integer,
    last_month integer,
    last_year integer,
    starts_on date,
    ends_on date,
    state varchar not null,          -- planned, stopped, undated
    repeats varchar,                 -- weekly, monthly, yearly, regular
    note varchar,
    ruleset_hash varchar
);
