-- Who gets notices, and which were sent. Ordinary mutable tables outside the chain: what there is to
-- tell is derived from the ledger (mart.notices) and stands nowhere else.

create table app.receiver (
    email varchar not null,
    lang varchar not null,           -- kk, ru or en
    region varchar,                  -- staff of one region
    contest varchar,                 -- staff of one contest; with an entry, its participant
    entry varchar,                   -- gets what is about this entry alone
    made_by varchar not null,
    made_at timestamptz not null
);

create table app.notice (
    message_id varchar not null,     -- follows from what is told to whom
    begun_at timestamptz not null,   -- noted before it is handed over
    sent_at timestamptz              -- noted after; null: nobody knows whether it went out
);
