-- ref.indicator_window: periods that an indicator names instead of a number.
-- grain: one row per indicator, starts_on
-- source: data/reference/indicator_windows.csv; rulebook IND-19, IND-31, IND-32

create or replace table ref.indicator_window (
    indicator varchar,
    starts_on date,    -- null: open
    ends_on date,
    rule varchar
);
