-- Selection for the civil service: what is recorded of a candidate in each step.
-- Only what DuckLake has too: no keys, no constraints but not null, no sequences, no indexes.

create table ledger.selection_result (
    contest_no integer not null,
    batch_no integer not null,
    source_sheet varchar,
    source_row integer,
    source_column varchar,
    entry_no integer not null,       -- the candidate; its id is the personal number
    step varchar not null,           -- of the ruleset, as pq
    part varchar,                    -- of the step; null: the step as a whole
    member varchar,                  -- of the commission; null: nobody by name
    score decimal(9, 3),             -- points, tasks, words, days, as the part wants it
    category varchar,                -- of the post, as C-O-1
    seniority_days integer,          -- whole work experience on the day of the result
    education varchar,               -- of the ruleset, as master
    status varchar,                  -- present, absent, withdrawn, passed, refused
    violation varchar,               -- of the ruleset: V1 to V7, or a thing that was used
    happened_at timestamp with time zone
);
