-- Issued documents: what was said to whom, from which facts, under which signature; and what was
-- taken back. A document is never published as a row: its number is asked for, one at a time.
-- Only what DuckLake has too.

create table ledger.document (
    contest_no integer not null,     -- always 0: the list of documents is never published
    batch_no integer not null,
    source_row integer not null,     -- order inside the batch
    document varchar not null,       -- number, twelve letters and figures, drawn at random
    kind varchar not null,           -- protocol, diploma, certificate, letter_of_thanks, ...
    lang varchar not null,
    for_contest_no integer not null,
    entry_no integer,                -- null: about the whole contest
    as_of_batch_no integer not null, -- the facts it states are those in force at this batch
    statement_digest varchar not null,  -- SHA-256 of salt and statement; the salt is private
    file_sha256 varchar not null,
    issued_on date not null,
    signature varchar not null,      -- Ed25519, 64 bytes, base64url
    public_key varchar not null      -- Ed25519, 32 bytes, hexadecimal
);

create table ledger.revocation (
    contest_no integer not null,     -- always 0
    batch_no integer not null,
    document varchar not null
);

create table private.document (document varchar not null, salt varchar not null);

-- What signs: outside the chain; the public half stands beside every signature.
create table app.signing_key (public_key varchar not null, secret blob not null);
