-- Targets of indicators that an administrator has set, each with its source.
-- Only what DuckLake has too: no keys, no constraints but not null.

create table ledger.indicator_target (
    contest_no integer not null,     -- of the subject indicators:<year>
    batch_no integer not null,
    source_sheet varchar,
    source_row integer,
    source_column varchar,
    indicator varchar not null,
    region varchar,                  -- ISO code; KZ: the country; null: every region
    year integer not null,           -- the calendar year that it holds for
    minimum bigint,                  -- least that meets it, in units of the value
    maximum bigint,                  -- most that meets it
    source varchar not null,         -- the act or the plan that sets it
    former_batch_no integer          -- whose target it takes the place of; 0: the text's; null: not said
);
