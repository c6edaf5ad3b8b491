-- The movement: which entry of the level below an entry comes from.
-- Only what DuckLake has too: no keys, no constraints but not null, no sequences, no indexes.

create table ledger.entry_origin (
    contest_no integer not null,
    batch_no integer not null,
    source_sheet varchar,
    source_row integer,
    source_column varchar,
    entry_no integer not null,
    from_contest_no integer not null,
    from_entry_no integer not null
);
