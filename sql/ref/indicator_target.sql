-- ref.indicator_target: what an indicator has to reach, and where a figure is only stated.
-- grain: one row per indicator, scope, year
-- source: data/reference/indicator_targets.csv; rulebook 6.1, 6.3 (a target holds for its year)

create or replace table ref.indicator_target (
    indicator varchar,
    scope varchar,               -- region, country, organisation
    year integer,                -- null: every year
    is_deadline boolean,         -- by the end of the year, so in the years before it too
    minimum bigint,
    maximum bigint,
    exception_minimum bigint,    -- below the minimum, a person may allow it from here on
    reference bigint,            -- a stated figure that gives no status
    parameter varchar,           -- the figures are multiples of this indicator of the country
    rule varchar,
    grade varchar                -- S: the source says it, D: our default
);
