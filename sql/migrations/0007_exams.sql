-- Demonstration exams, and the works that are handed in to contests of professionals.
-- Only what DuckLake has too: no keys, no constraints but not null, no sequences, no indexes.

create table ledger.exam_result (
    contest_no integer not null,
    batch_no integer not null,
    source_sheet varchar,
    source_row integer,
    source_column varchar,
    entry_no integer not null,
    is_wsk boolean not null,         -- an exam by WorldSkills requirements
    site varchar,
    certificate_from date,           -- of the site's accreditation
    certificate_to date,             -- last day it is valid; null: no end is stated
    score decimal(9, 3),             -- points; null: not marked
    is_present boolean,              -- null: the sheet does not say
    is_student boolean,              -- of a vocational programme on the day of the exam
    basis varchar                    -- what is claimed: exam, championship, national_team
);

create table ledger.work (
    contest_no integer not null,
    batch_no integer not null,
    source_sheet varchar,
    source_row integer,
    source_column varchar,
    entry_no integer not null,
    received_at varchar not null,    -- UTC, ISO 8601
    pages integer,                   -- null: not counted
    has_flag boolean not null        -- material from the internet is suspected
);
