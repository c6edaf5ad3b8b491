-- Venues without internet: which batches were made elsewhere and merged here, from which package, and
-- what was decided where both sides had changed the same contest. Only what DuckLake has too.

create table ledger.merge (
    contest_no integer not null,     -- always 0: a merge is about no contest
    batch_no integer not null,
    venue varchar not null,          -- as people call it
    public_key varchar not null,     -- Ed25519, 32 bytes, hexadecimal: whose package it is
    package_sha256 varchar not null,
    base_batch_no integer not null,  -- the last batch that both ledgers have
    head_batch_no integer not null,  -- the newest batch of the package, as the venue numbers it
    head_sha256 varchar not null,
    exported_at timestamptz not null
);

create table ledger.merge_take (
    contest_no integer not null,     -- changed on both sides
    batch_no integer not null,       -- of the merge
    taken varchar not null           -- venue, centre or both
);

create table ledger.venue_batch (
    contest_no integer not null,     -- always 0
    batch_no integer not null,       -- here
    merge_batch_no integer not null,
    venue_batch_no integer not null,  -- there
    venue_sha256 varchar not null    -- its hash there: what paper of the venue says
);

-- What the application remembers, outside the chain. A ledger that was lent says so; the office keeps
-- whose packages it takes, and the key that opens them.

create table app.lent (
    venue varchar not null,
    base_batch_no integer not null,
    base_sha256 varchar not null,
    secret blob not null,            -- Ed25519: signs packages
    office_key varchar not null,     -- X25519, hexadecimal: packages are sealed for its owner
    lent_at timestamptz not null
);

create table app.venue (
    public_key varchar not null,     -- Ed25519
    venue varchar not null,
    trusted_by varchar not null,
    trusted_at timestamptz not null
);

create table app.office_key (public_key varchar not null, secret blob not null);
