-- mart.document_changes: the acts after the issue of a document that touched what it is about.
-- grain: one row per document, batch_no; staff only
-- source: CONTRACTS "States" (document); rulebook WM-37 (the best of a region or event is found
-- among all contests of the event)

create or replace view mart.document_changes as
with
subject as (
    select
        document,
        batch_no,
        for_contest_no as contest_no
    from fact.document

    union

    select
        document.document,
        document.batch_no,
        other.contest_no
    from fact.document as document
    inner join fact.contest as own on own.contest_no = document.for_contest_no
    inner join fact.contest as other
        on other.programme = own.programme
        and other.season = own.season
        and other.level = own.level
        and other.region is not distinct from own.region
    where document.kind in ('best_of_region', 'best_of_event')
)

select distinct
    subject.document,
    change.batch_no,
    change.recorded_at
from subject
inner join fact.change as change
    on change.contest_no = subject.contest_no
    and change.batch_no > subject.batch_no;

comment on view mart.document_changes is
    'The acts after the issue of a document that touched what it is about.';
comment on column mart.document_changes.document is 'Number of the document.';
comment on column mart.document_changes.batch_no is 'The act.';
comment on column mart.document_changes.recorded_at is 'When, UTC.';
