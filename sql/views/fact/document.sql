-- fact.document: the documents issued inside the reader's horizon, taken back or not.
-- grain: one row per document; staff of its contest only
-- source: CONTRACTS "States" (document); undoing the batch that issued it takes it back too

create or replace view fact.document as
with
revoked as (
    select
        revocation.document,
        max(revocation.batch_no) as batch_no
    from ledger.revocation as revocation
    inner join tally.span as span
        on span.contest_no = revocation.contest_no
        and span.batch_no = revocation.batch_no
        and getvariable('as_of')::integer between span.first_batch_no and span.last_batch_no
    group by revocation.document
),

undone as (
    select
        batch_no,
        max(last_batch_no) + 1 as undone_batch_no
    from tally.span
    where
        contest_no = 0
        and last_batch_no < getvariable('as_of')::integer
    group by batch_no
)

select
    -- ids
    document.document,
    document.kind,
    document.lang,
    document.for_contest_no,
    document.entry_no,
    document.batch_no,
    document.source_row,

    -- what it was made from
    document.as_of_batch_no,
    coalesce(stated.venue_batch_no, document.as_of_batch_no) as stated_batch_no,
    coalesce(stated.venue_sha256, head.sha256) as head_sha256,
    document.statement_digest,
    private.salt,
    document.file_sha256,
    document.issued_on,
    document.signature,
    document.public_key,
    issue.actor,
    issue.recorded_at,

    -- taken back
    case
        when revoked.document is not null then taking.recorded_at
        when span.batch_no is null then undoing.recorded_at
    end as revoked_at,

    -- booleans
    span.batch_no is null or revoked.document is not null as is_revoked
from ledger.document as document
inner join ledger.batch as issue on issue.batch_no = document.batch_no
inner join ledger.batch as head on head.batch_no = document.as_of_batch_no
left join ledger.venue_batch as made on made.batch_no = document.batch_no
left join ledger.venue_batch as stated
    on stated.batch_no = document.as_of_batch_no
    and made.batch_no is not null  -- paper of a venue says the number it had there
left join private.document as private on private.document = document.document
left join tally.span as span
    on span.contest_no = document.contest_no
    and span.batch_no = document.batch_no
    and getvariable('as_of')::integer between span.first_batch_no and span.last_batch_no
left join revoked on revoked.document = document.document
left join ledger.batch as taking on taking.batch_no = revoked.batch_no
left join undone on undone.batch_no = document.batch_no
left join ledger.batch as undoing on undoing.batch_no = undone.undone_batch_no
where
    fact.is_staff_of(document.for_contest_no)
    and document.batch_no <= getvariable('as_of')::integer;

comment on view fact.document is
    'The documents issued inside the reader''s horizon, taken back or not.';
comment on column fact.document.document is 'Number of the document.';
comment on column fact.document.kind is
    'protocol, diploma, certificate, letter_of_thanks, best_of_region or best_of_event.';
comment on column fact.document.lang is 'Language it is written in.';
comment on column fact.document.for_contest_no is 'Physical key of the contest it is about.';
comment on column fact.document.entry_no is 'Key of the entry; null: the whole contest.';
comment on column fact.document.batch_no is 'The batch that issued it.';
comment on column fact.document.source_row is 'Order inside the batch.';
comment on column fact.document.as_of_batch_no is 'The batch whose facts it states.';
comment on column fact.document.stated_batch_no is
    'The number of that batch as the paper says it: of a venue the one it had there.';
comment on column fact.document.head_sha256 is 'Hash of that batch as the paper says it.';
comment on column fact.document.statement_digest is 'SHA-256 of salt and statement.';
comment on column fact.document.salt is 'The salt; null: erased.';
comment on column fact.document.file_sha256 is 'SHA-256 of the file as it was issued.';
comment on column fact.document.issued_on is 'Day of issue.';
comment on column fact.document.signature is 'Ed25519 signature, base64url.';
comment on column fact.document.public_key is 'Public half of the key, hexadecimal.';
comment on column fact.document.actor is 'Who issued it.';
comment on column fact.document.recorded_at is 'When, UTC.';
comment on column fact.document.revoked_at is 'When it was taken back, UTC; null: it was not.';
comment on column fact.document.is_revoked is 'Taken back, by itself or with its batch.';
