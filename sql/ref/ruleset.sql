-- ref.ruleset: the keys of every ruleset, those of old results included.
-- grain: one row per ruleset_hash
-- source: data/rulesets/*.toml and ledger.ruleset

create or replace table ref.ruleset (
    ruleset_hash varchar,
    ruleset varchar,
    content varchar,                    -- the file as it is, TOML
    programme varchar,
    engine varchar,                     -- points, options, funnel, exam, checklist
    zone varchar,                       -- of dates and deadlines
    label_kk varchar,
    label_ru varchar,
    label_en varchar,
    show_places_while_marking boolean,  -- WM-08

    -- registration and work
    due_on date,                        -- BP-03, BP-04
    is_due_inclusive boolean,           -- BP-03
    due_level varchar,                  -- BP-04: level of the tour the day lies in; null: of all
    is_consent_required boolean,        -- BP-Q14
    min_pages integer,                  -- BP-06
    min_pages_effect varchar,           -- BP-06: warn, refuse
    missing_work varchar,               -- BP-04: unranked, zero

    -- scheme and marking
    scheme_total decimal(9, 3),         -- WM-02, points
    aspect_max decimal(9, 3),           -- WM-02, points
    criteria_min integer,               -- WM-02
    criteria_max integer,               -- WM-02
    wsos_sections_min integer,          -- WM-01
    wsos_sections_max integer,          -- WM-01
    wsos_total integer,                 -- WM-01
    wsos_tolerance decimal(9, 3),       -- WM-01, points
    judges_per_judgement integer,       -- WM-05
    judgement_top integer,              -- WM-05
    judgement_spread decimal(9, 3),     -- WM-06
    is_total_partial boolean,           -- WM-11, BP-10: a total before all is marked
    max_points decimal(9, 3),           -- BP-08
    limit_scope varchar,                -- BP-Q01: expert, entry
    combine varchar,                    -- BP-12: mean, sum, median
    min_experts integer,                -- BP-11
    own_side_college varchar,           -- WM-07: none, organisation, region
    own_side_oblast varchar,            -- WM-07
    own_side_republic varchar,          -- WM-07
    own_side_international varchar,     -- WM-07

    -- scale and awards
    scale_estimator varchar,            -- WM-20, WM-21: mad, sd; null: no scale
    scale_centre integer,               -- WM-20
    scale_spread integer,               -- WM-20
    scale_factor decimal(9, 4),         -- WM-20
    scale_few_entries integer,          -- WM-22
    award_kind varchar,                 -- scale (WM-30), place (BP-18); null: no awards
    award_tolerance integer,            -- WM-30, scale points
    max_winner integer,                 -- BP-18
    min_points decimal(9, 3),           -- BP-18; null: none
    winner_tie varchar,                 -- BP-15
    needs_award_decision boolean,       -- BP-17
    appeal_days integer,                -- BP-Q12: working days after the publication, a default

    -- advancement and papers
    advancing_award varchar,            -- BP-19
    seats integer,                      -- BP-19, a region and unit
    is_withdrawn_replaced boolean,      -- BP-19
    paper_certificate varchar,          -- BP-20: marked, nobody
    paper_diploma varchar,              -- BP-20: awarded, nobody
    paper_letter_of_thanks varchar      -- BP-20: others, marked, nobody
);
