-- ref.selection_word: what is said of a candidate's step, in three languages.
-- grain: one row per reason
-- source: data/reference/selection_words.csv; rulebook CS-05 to CS-33

create or replace table ref.selection_word (
    reason varchar,
    rule_id varchar,   -- rule id of the rulebook; empty: that of the step
    text_kk varchar,   -- {points}, {line}, {total}, {place}, {number}, {missing} are filled in
    text_ru varchar,
    text_en varchar
);
