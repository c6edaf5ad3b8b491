-- Vacancy contests: announced posts, and what candidates claim and the commission verifies.
-- Only what DuckLake has too: no keys, no constraints but not null, no sequences, no indexes.

create table ledger.vacancy (
    contest_no integer not null,
    batch_no integer not null,
    source_sheet varchar,
    source_row integer,
    source_column varchar,
    post varchar not null,
    organisation varchar,
    region varchar,
    units integer not null,
    published_on date not null,      -- one row a publication; the last one counts
    deadline_days integer,           -- null: those of the ruleset
    is_english boolean not null      -- a post of English: document 10 is needed
);

create table ledger.candidate_answer (
    contest_no integer not null,
    batch_no integer not null,
    source_sheet varchar,
    source_row integer,
    source_column varchar,
    entry_no integer not null,
    form integer,                    -- 17 or 18; null: no line of a sheet
    criterion varchar not null,      -- of the sheet, document_N, qualification, service_*
    option varchar,                  -- a line, a family of lines, none; present or absent
    amount decimal(9, 3),            -- items; years, percent, months of service
    event_date date,
    claimed decimal(9, 3),           -- points as the candidate wrote them
    verified decimal(9, 3),          -- points as the commission wrote them
    has_evidence boolean,            -- null: the sheet does not say; the text is never kept
    channel varchar                  -- electronic or paper
);
