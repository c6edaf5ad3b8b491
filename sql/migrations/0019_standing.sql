-- How the candidates of a selection stand in each step, by every reading, kept with each snapshot of
-- the contest: to reckon it is nearly all planning, and pages ask for it again and again. An act that
-- changes no standing names the snapshot that holds instead of copying it. Snapshots of former
-- versions are reckoned when the ledger is opened: it takes the views (kasipkor_core/store/standings.py).
-- Only what DuckLake has too.

create table tally.selection (
    contest_no integer not null,
    at_batch_no integer not null,
    standing_batch_no integer not null  -- at which batch the standings that hold were reckoned
);

create table tally.selection_standing (
    contest_no integer not null,
    at_batch_no integer not null,
    variant varchar not null,  -- default, or the reading that is taken otherwise
    entry_no integer not null,
    step varchar not null,
    status varchar not null,
    reason varchar not null,
    points decimal(12, 3),
    line decimal(12, 3),
    total decimal(12, 3),
    distance decimal(12, 3),
    place integer,
    number integer,
    missing varchar,
    category varchar,
    words integer,
    reliability decimal(9, 3),
    is_met boolean not null
);
