-- ref.day: every day from 2015 to 2035, with Kazakhstan's days off and the weekends that are worked.
-- grain: one row per day
-- source: data/reference/days_off.csv (package holidays, KZ); a five-day week else

create or replace table ref.day (
    day date,
    is_working boolean,
    working_no integer,  -- working days from the first day up to and with this one
    name_kk varchar,     -- of the day off, or why a weekend is worked
    name_ru varchar,
    name_en varchar
);
