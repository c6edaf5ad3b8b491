-- Who is who: invitations, sessions and tokens. Ordinary mutable tables outside the chain. Of every
-- secret only its hash is here; only the key that signs the cookies is kept as it is.

create table app.invite (
    secret_sha256 varchar not null,
    person varchar not null,         -- who is meant: the actor of all that is done with it
    role varchar not null,
    region varchar,                  -- ISO code, for roles of one region
    contest varchar,                 -- contest id, for roles of one contest
    made_by varchar not null,
    made_at timestamptz not null,
    expires_at timestamptz not null,
    used_at timestamptz,             -- a link opens once
    revoked_at timestamptz
);

create table app.session (
    secret_sha256 varchar not null,
    person varchar not null,
    role varchar not null,
    region varchar,
    contest varchar,
    begun_at timestamptz not null,
    expires_at timestamptz not null,
    ended_at timestamptz             -- signed out, or revoked
);

create table app.token (
    secret_sha256 varchar not null,
    person varchar not null,         -- the system that uploads: the actor of its sheets
    role varchar not null,
    region varchar,
    contest varchar,
    made_by varchar not null,
    made_at timestamptz not null,
    expires_at timestamptz not null,
    revoked_at timestamptz
);

create table app.signing_key (
    key varchar not null
);
