-- mart.due: what can be issued about a contest, and in which languages a valid paper says it.
-- grain: one row per contest_no, kind, entry_no (null: the whole contest); staff only
-- source: CONTRACTS "States" (document); what mart.issuable and mart.documents say, planned once

create or replace view mart.due as
select
    -- ids
    issuable.contest_no,
    any_value(issuable.contest) as contest,
    issuable.kind,
    issuable.entry_no,
    any_value(issuable.entry) as entry,

    -- who
    any_value(issuable.name) as name,
    any_value(issuable.region) as region,
    any_value(issuable.region_name) as region_name,
    any_value(issuable.organisation) as organisation,
    any_value(issuable.members) as members,
    any_value(issuable.award) as award,

    -- what it states
    any_value(issuable.statement) as statement,
    list(document.lang) filter (document.document is not null) as valid_in
from mart.issuable as issuable
left join fact.document as document
    on document.for_contest_no = issuable.contest_no
    and document.kind = issuable.kind
    and coalesce(document.entry_no, -1) = coalesce(issuable.entry_no, -1)
    and not document.is_revoked
    and fact.states(document.statement_digest, document.salt, issuable.statement)
group by issuable.contest_no, issuable.kind, issuable.entry_no;

comment on view mart.due is
    'What can be issued about a contest, and in which languages a valid paper says it.';
comment on column mart.due.contest_no is 'Physical key of the contest.';
comment on column mart.due.contest is 'Contest id.';
comment on column mart.due.kind is
    'protocol, diploma, certificate, letter_of_thanks, best_of_region or best_of_event.';
comment on column mart.due.entry_no is 'Key of the entry; null: the whole contest.';
comment on column mart.due.entry is 'Entry id; null: the whole contest.';
comment on column mart.due.name is 'Name of the holder; the members of a team.';
comment on column mart.due.region is 'ISO code of the own region.';
comment on column mart.due.region_name is 'Full name of the region in the reader language.';
comment on column mart.due.organisation is 'Own organisation.';
comment on column mart.due.members is 'Persons of the entry.';
comment on column mart.due.award is 'Award that a diploma states; null: none.';
comment on column mart.due.statement is
    'What of the result the paper states, in codes: the same in all languages.';
comment on column mart.due.valid_in is
    'Languages in which a valid paper states it; null: none.';
