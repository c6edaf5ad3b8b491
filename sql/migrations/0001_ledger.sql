-- The ledger: facts that are only ever added, the registries that number them, the tally of
-- totals, what is private and can be erased, and what the application remembers.
-- Only what DuckLake has too: no keys, no constraints but not null, no sequences, no indexes.

create schema ledger;
create schema tally;
create schema private;
create schema app;

-- Acts ------------------------------------------------------------------------------------------

create table ledger.batch (
    batch_no integer not null,
    batch_id uuid not null,
    kind varchar not null,          -- sheet, contest, ruleset, decision, undo, correction, publication
    sheet_kind varchar,
    contest varchar,                -- the contest chosen at upload, part of "the same bytes twice"
    file_name varchar,
    file_sha256 varchar,            -- of the bytes as they came
    stored_sha256 varchar,          -- of the bytes as they are kept (compressed, maybe encrypted)
    source_sheet varchar,
    ruleset_hash varchar,
    actor varchar not null,
    actor_role varchar not null,
    recorded_at timestamptz not null,
    reason varchar,
    replaces_batch_no integer,
    undoes_batch_no integer,
    row_count bigint not null,
    content_sha256 varchar not null,
    tally_sha256 varchar not null,
    prev_sha256 varchar not null,
    sha256 varchar not null
);

create table ledger.force (
    contest_no integer not null,
    batch_no integer not null,
    subject_batch_no integer not null,
    is_in_force boolean not null
);

create table ledger.publication (
    contest_no integer not null,
    batch_no integer not null,
    published_batch_no integer not null
);

create table ledger.original (
    file_sha256 varchar not null,
    is_encrypted boolean not null,
    bytes blob not null
);

create table ledger.ruleset (
    ruleset_hash varchar not null,
    ruleset varchar not null,
    batch_no integer not null,
    content varchar not null        -- the file as it was, TOML
);

-- Registries: a number is given once and survives undo -------------------------------------------

create table ledger.contest (
    contest_no integer not null,
    contest varchar not null,
    batch_no integer                -- the batch that gave the number
);

create table ledger.entry (
    contest_no integer not null,
    entry_no integer not null,
    entry varchar not null,
    batch_no integer
);

create table ledger.judge (
    contest_no integer not null,
    judge_no integer not null,
    judge_digest varchar not null,  -- sha256 of salt and text; the text is private.judge
    batch_no integer
);

-- Facts -----------------------------------------------------------------------------------------

create table ledger.contest_fact (
    contest_no integer not null,
    batch_no integer not null,
    source_sheet varchar,
    source_row integer,
    source_column varchar,
    programme varchar not null,
    season integer not null,
    level varchar not null,
    region varchar,
    organisation varchar,
    stream varchar,
    unit varchar,
    edition varchar,
    ruleset_hash varchar not null,
    starts_on date,
    ends_on date,
    host varchar,
    max_entries integer,
    is_archive boolean not null
);

create table ledger.organisation (
    contest_no integer not null,
    batch_no integer not null,
    source_sheet varchar,
    source_row integer,
    source_column varchar,
    organisation varchar not null,
    region varchar not null,
    kind varchar,
    students integer,
    ownership varchar
);

create table ledger.application (
    contest_no integer not null,
    batch_no integer not null,
    source_sheet varchar,
    source_row integer,
    source_column varchar,
    name_no bigint not null,
    personal_digest varchar not null,
    no integer,
    organisation varchar not null,
    profession varchar not null,
    region varchar not null,
    industry varchar,
    has_consent boolean
);

create table ledger.entry_fact (
    contest_no integer not null,
    batch_no integer not null,
    source_sheet varchar,
    source_row integer,
    source_column varchar,
    entry_no integer not null,
    name_no bigint not null,
    personal_digest varchar not null,
    person varchar,
    region varchar,
    organisation varchar,
    is_guest boolean not null,
    status varchar not null          -- active, absent, withdrawn, excluded
);

create table ledger.expert (
    contest_no integer not null,     -- always 0: experts are never published
    batch_no integer not null,
    source_sheet varchar,
    source_row integer,
    source_column varchar,
    for_contest_no integer not null,
    name_no bigint not null,
    personal_digest varchar not null,
    region varchar,
    organisation varchar,
    employer_kind varchar,
    role varchar not null,           -- judge, supervisor, chief_expert
    conflict varchar
);

create table ledger.aspect (
    contest_no integer not null,
    batch_no integer not null,
    source_sheet varchar,
    source_row integer,
    source_column varchar,
    aspect varchar not null,
    criterion varchar not null,
    sub_criterion varchar not null,
    sub_criterion_name varchar,
    day integer,
    kind varchar not null,           -- M measurement, J judgement
    description varchar,
    requirement varchar,
    wsos_section integer,
    wsos_weight decimal(9, 3),       -- as declared; only the aspect rows are trusted (WM-01)
    max_mark decimal(9, 3) not null,
    partial_rule varchar
);

create table ledger.aspect_descriptor (
    contest_no integer not null,
    batch_no integer not null,
    source_sheet varchar,
    source_row integer,
    source_column varchar,
    aspect varchar not null,
    score integer not null,          -- 0, 1, 2, 3
    descriptor varchar not null
);

create table ledger.mark (
    contest_no integer not null,
    batch_no integer not null,
    source_sheet varchar,
    source_row integer,
    source_column varchar,
    entry_no integer not null,
    aspect varchar not null,
    judge_no integer not null,       -- 0 when the sheet names no judge
    mark decimal(9, 3)               -- M: points; J: 0 to 3; null: not marked
);

create table ledger.score (
    contest_no integer not null,
    batch_no integer not null,
    source_sheet varchar,
    source_row integer,
    source_column varchar,
    entry_no integer not null,
    judge_no integer not null,
    criterion varchar not null,      -- a criterion, or 'total' for a bare total
    points decimal(9, 3)             -- null: not marked
);

create table ledger.scale_score (
    contest_no integer not null,
    batch_no integer not null,
    source_sheet varchar,
    source_row integer,
    source_column varchar,
    entry_no integer not null,
    scale integer not null,
    award_claimed varchar
);

create table ledger.decision (
    contest_no integer not null,
    batch_no integer not null,
    source_sheet varchar,
    source_row integer,
    source_column varchar,
    entry_no integer,                -- null: about the whole contest
    kind varchar not null,           -- sign_off, reopen, tie, award, exclude, waiver, reading, ...
    subject varchar not null,
    value varchar not null,
    who varchar not null,
    reason varchar not null,
    decided_at varchar               -- UTC, ISO 8601
);

-- The tally: whole-contest snapshots of totals ----------------------------------------------------

create table tally.contest (
    contest_no integer not null,
    at_batch_no integer not null,
    entries integer not null
);

create table tally.entry_total (
    contest_no integer not null,
    at_batch_no integer not null,
    entry_no integer not null,
    points_sum decimal(18, 3),       -- sum over judge_count judges; null: no total (WM-11)
    judge_count integer,
    place integer,                   -- null: not ranked
    is_tied boolean not null,
    tie_step integer,                -- the step of the tie chain that decided; null: none needed
    tie_reason varchar,
    scale integer,
    scale_method varchar,            -- mad, sd, centre, archive
    award varchar,
    decided_by varchar,              -- rule id, or jury
    marks integer not null,
    marks_expected integer not null,
    open_aspects integer not null    -- aspects in need of a re-score (WM-06)
);

-- Private: can be erased; the chain covers salted digests only -------------------------------------

create table private.name (name_no bigint not null, salt varchar not null, name varchar not null);
create table private.key (name_no bigint not null, key blob not null);
create table private.contact (name_no bigint not null, field varchar not null, cipher blob not null);
create table private.file_key (file_sha256 varchar not null, key blob not null);

create table private.judge (
    contest_no integer not null,
    judge_no integer not null,
    salt varchar not null,
    judge varchar not null
);

-- What the application remembers, outside the chain -------------------------------------------------

create table app.mapping (
    actor varchar not null,
    sheet_kind varchar not null,
    header_sha256 varchar not null,
    columns varchar not null,        -- JSON: file column -> field
    remembered_at timestamptz not null
);

create table app.verified (
    contest_no integer not null,
    batch_no integer not null        -- the newest change that verify has compared with the marks
);
