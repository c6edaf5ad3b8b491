-- ref.seat_word: what is said of a seat at the next level, in three languages.
-- grain: one row per reason
-- source: data/reference/seat_words.csv; rulebook WS-04, WS-10

create or replace table ref.seat_word (
    reason varchar,
    rule_id varchar,   -- rule id of the rulebook
    text_kk varchar,   -- {place}, {mark}, {maximum}, {left}, {persons} are filled in
    text_ru varchar,
    text_en varchar
);
