-- ref.indicator: what is counted for the progress of regions.
-- grain: one row per indicator
-- source: data/reference/indicators.csv; rulebook 6.1, 6.2

create or replace table ref.indicator (
    indicator varchar,       -- IND-01, or a code of official statistics
    ord integer,
    list varchar,            -- core, second, other, norm, calendar, context, parameter
    measure varchar,         -- share (percent), ratio, count, calendar
    level varchar,           -- region, country, organisation
    is_regional boolean,     -- every region is listed, with a value or without
    has_sum boolean,         -- the country is the ratio of sums
    is_part boolean,         -- the numerator is a part of the denominator
    other_reading varchar,   -- the indicator that reads the same rule otherwise
    date_rule varchar,       -- within: counts for date_years; due: is due after them
    date_years integer,
    unit varchar,
    counted varchar,         -- what numerator and denominator of a share count
    name_kk varchar,
    name_ru varchar,
    name_en varchar,
    short_kk varchar,        -- for lists and heads of columns; null: the name is short
    short_ru varchar,
    short_en varchar,
    rule varchar,            -- source of the rule
    chart varchar            -- good, possible, no
);
