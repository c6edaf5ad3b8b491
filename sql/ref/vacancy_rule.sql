-- ref.vacancy_rule: the keys of a vacancy contest, as its text is read and as it could be read otherwise.
-- grain: one row per ruleset_hash, variant
-- source: data/rulesets/*.toml; rulebook VC-03, VC-08, VC-13, VC-22, VC-25, B7

create or replace table ref.vacancy_rule (
    ruleset_hash varchar,
    ord integer,
    variant varchar,                -- default, or question=answer, as VC-Q01=1
    reading varchar,                -- id of the question that is read otherwise
    other varchar,                  -- the other answer
    deadline_days integer,          -- working days
    is_deadline_inclusive boolean,
    is_same_day_counted boolean,    -- the day of publication is the first of them
    sheet_by varchar,               -- service_pedagogical or service_total
    window_years integer,           -- of achievements, back from the last day of acceptance
    printed_max decimal(9, 3),      -- of the heading of the sheet
    sheet_cap decimal(9, 3),        -- null: no limit
    is_per_sheet boolean            -- one list a sheet, not one of both
);
