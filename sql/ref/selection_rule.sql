-- ref.selection_rule: the keys of a selection, as its text is read and as it could be read otherwise.
-- grain: one row per ruleset_hash, variant
-- source: data/rulesets/*.toml; rulebook CS-01, CS-10, CS-15, CS-20 to CS-41, C6

create or replace table ref.selection_rule (
    ruleset_hash varchar,
    ord integer,
    variant varchar,  -- default, or question=answer, as CS-Q01=down
    reading varchar,  -- id of the question that is read otherwise
    other varchar,  -- the other answer
    starts_on date,
    ends_on date,
    certificate_until date,  -- last day of a law certificate
    is_certificate_inclusive boolean,
    test_lead_days integer,  -- calendar days between booking and test
    lang_min decimal(9, 3),  -- least of the language test; null: none
    is_lang_of_contest boolean,  -- each contest names it
    pq_scope varchar,  -- total or each quality
    is_pq_inclusive boolean,  -- exactly the threshold passes
    half_rounding varchar,  -- up or down
    half_base varchar,  -- valid, attended or cut_then_exclude
    half_least integer,  -- least number that goes on
    essay_combine varchar,  -- mean, each or median
    interview_seats integer,  -- most at the interview, but for ties
    list_places integer,  -- best of the result
    is_percent boolean,  -- the total is of percents, not of points
    has_law boolean,  -- a component of the total
    has_pq boolean,
    has_ability boolean,
    has_essay boolean,
    has_interview boolean,
    law_max decimal(9, 3),  -- greatest points of the component
    pq_max decimal(9, 3),
    ability_max decimal(9, 3),
    essay_max decimal(9, 3),
    tie_scope varchar,  -- all places or the winner only
    seniority varchar,  -- total or civil
    seniority_unit varchar,  -- days or years
    is_education_ordered boolean,  -- the higher level wins a tie
    appoint_from integer,  -- working day after the announcement
    is_documents_first boolean,  -- no appointment before the documents
    has_reserve boolean  -- the second and third are a reserve
);
