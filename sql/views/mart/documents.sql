-- mart.documents: every issued document and whether it still says what the facts say.
-- grain: one row per document; staff only
-- source: CONTRACTS "States" (issued, superseded, revoked; an issued one that holds is valid): a
-- later change of exactly the facts it states supersedes it, and nothing else does

create or replace view mart.documents as
select
    -- ids
    document.for_contest_no as contest_no,
    contest.contest,
    document.document,
    document.kind,
    document.lang,
    document.entry_no,
    entry.entry,
    entry.name,
    document.batch_no,
    document.source_row,

    -- what it was made from
    document.as_of_batch_no,
    document.stated_batch_no,
    document.head_sha256,
    document.file_sha256,
    document.issued_on,
    document.recorded_at as issued_at,
    document.actor,
    document.salt,
    document.signature,
    document.public_key,
    document.revoked_at,

    -- state
    case
        when document.is_revoked then 'revoked'
        when fact.states(document.statement_digest, document.salt, now.statement) then 'valid'
        else 'superseded'
    end as status
from fact.document as document
left join fact.contest as contest on contest.contest_no = document.for_contest_no
left join fact.entry as entry
    on entry.contest_no = document.for_contest_no
    and entry.entry_no = document.entry_no
left join mart.issuable as now
    on now.contest_no = document.for_contest_no
    and now.kind = document.kind
    and coalesce(now.entry_no, -1) = coalesce(document.entry_no, -1);

comment on view mart.documents is
    'Every issued document and whether it still says what the facts say.';
comment on column mart.documents.contest_no is 'Physical key of the contest it is about.';
comment on column mart.documents.contest is 'Contest id; null: no longer in force.';
comment on column mart.documents.document is 'Number of the document.';
comment on column mart.documents.kind is
    'protocol, diploma, certificate, letter_of_thanks, best_of_region or best_of_event.';
comment on column mart.documents.lang is 'Language it is written in.';
comment on column mart.documents.entry_no is 'Key of the entry; null: the whole contest.';
comment on column mart.documents.entry is 'Entry id; null: the whole contest.';
comment on column mart.documents.name is 'Name of the holder as it is now.';
comment on column mart.documents.batch_no is 'The batch that issued it.';
comment on column mart.documents.source_row is 'Order inside the batch.';
comment on column mart.documents.as_of_batch_no is 'The batch whose facts it states.';
comment on column mart.documents.stated_batch_no is
    'The number of that batch as the paper says it: of a venue the one it had there.';
comment on column mart.documents.head_sha256 is 'Hash of that batch as the paper says it.';
comment on column mart.documents.file_sha256 is 'SHA-256 of the file as it was issued.';
comment on column mart.documents.issued_on is 'Day of issue.';
comment on column mart.documents.issued_at is 'Time of issue, UTC.';
comment on column mart.documents.actor is 'Who issued it.';
comment on column mart.documents.salt is 'Salt of its digests; null: erased.';
comment on column mart.documents.signature is 'Ed25519 signature, base64url.';
comment on column mart.documents.public_key is 'Public half of the key, hexadecimal.';
comment on column mart.documents.revoked_at is 'When it was taken back, UTC; null: it was not.';
comment on column mart.documents.status is
    'valid; superseded (the facts it states have changed); revoked (taken back).';
