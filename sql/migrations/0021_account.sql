-- Who may sign in at a provider of identities (OpenID Connect), and as what: known by a verified
-- e-mail, or by what the provider calls the person. An ordinary mutable table outside the chain.

create table app.account (
    person varchar not null,         -- the actor of all that is done with it
    email varchar,                   -- in small letters; found only when the provider verified it
    issuer varchar,                  -- the provider that gives the subject
    subject varchar,                 -- what that provider calls the person, for ever
    role varchar not null,
    region varchar,
    contest varchar,
    entry varchar,
    made_by varchar not null,
    made_at timestamptz not null,
    asked_again_at timestamptz,      -- signed out everywhere: who came in before comes in anew
    revoked_at timestamptz
);
