-- ref.reading: how a ruleset reads the open questions of its text.
-- grain: one row per ruleset_hash, reading
-- source: data/rulesets/*.toml; rulebook A6, B7, C6, CS-41

create or replace table ref.reading (
    ruleset_hash varchar,
    ord integer,
    reading varchar,         -- id of the question, as CS-Q06
    key varchar,             -- the key of the ruleset that answers it
    value varchar,           -- the answer
    changes_winner boolean,  -- another answer can give another winner
    is_confirmed boolean,    -- else the organiser must confirm it before the contest opens
    label_kk varchar,
    label_ru varchar,
    label_en varchar
);
