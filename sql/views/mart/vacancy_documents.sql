-- mart.vacancy_documents: the thirteen documents of each candidate; staff only.
-- grain: one row per contest_no, entry_no, no
-- source: rulebook B5, VC-05, VC-06, VC-27 (health papers: only present or absent, and never to
-- the public)

create or replace view mart.vacancy_documents as
select
    -- ids
    document.contest_no,
    contest.contest,
    document.entry_no,
    coalesce(registry.name, registry.entry) as candidate,
    document.no,
    case getvariable('lang')::varchar
        when 'ru' then named.label_ru
        when 'en' then named.label_en
        else named.label_kk
    end as document_name,

    -- what is there
    document.state,
    document.received_on,
    document.channel,

    -- booleans
    document.is_needed,
    document.is_missing,
    document.is_late
from score.vacancy_document as document
inner join fact.contest as contest on contest.contest_no = document.contest_no
inner join fact.entry as registry
    on registry.contest_no = document.contest_no
    and registry.entry_no = document.entry_no
inner join ref.vacancy_document as named
    on named.ruleset_hash = contest.ruleset_hash
    and named.variant = document.variant
    and named.no = document.no
where document.variant = 'default' and fact.is_staff_of(document.contest_no);

comment on view mart.vacancy_documents is 'The thirteen documents of each candidate; staff only.';
comment on column mart.vacancy_documents.contest_no is 'Physical key of the contest.';
comment on column mart.vacancy_documents.contest is 'Contest id.';
comment on column mart.vacancy_documents.entry_no is 'Key of the candidate inside the contest.';
comment on column mart.vacancy_documents.candidate is 'Name or code of the candidate.';
comment on column mart.vacancy_documents.no is 'Number in paragraph 153.';
comment on column mart.vacancy_documents.document_name is 'Its name in the reader language.';
comment on column mart.vacancy_documents.state is 'present, absent or not_applicable.';
comment on column mart.vacancy_documents.received_on is 'Day it came.';
comment on column mart.vacancy_documents.channel is 'electronic or paper.';
comment on column mart.vacancy_documents.is_needed is 'Its absence is ground for return.';
comment on column mart.vacancy_documents.is_missing is 'Needed, and not there.';
comment on column mart.vacancy_documents.is_late is 'Came after the last day of acceptance.';
