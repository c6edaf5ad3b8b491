-- fact.organisation: a TVET organisation.
-- grain: one row per organisation, region and batch
-- source: CONTRACTS "Sheet formats"

create or replace view fact.organisation as
select
    organisation.contest_no,
    organisation.batch_no,
    organisation.organisation,
    organisation.region,
    organisation.kind,
    organisation.students,
    organisation.ownership,
    organisation.source_sheet,
    organisation.source_row,
    organisation.source_column
from ledger.organisation as organisation
inner join fact.batch as batch
    on batch.contest_no = organisation.contest_no
    and batch.batch_no = organisation.batch_no;

comment on view fact.organisation is 'A TVET organisation.';
comment on column fact.organisation.contest_no is 'Physical key of the contest.';
comment on column fact.organisation.batch_no is 'The batch that brought the fact.';
comment on column fact.organisation.organisation is 'Name as registered.';
comment on column fact.organisation.region is 'ISO code.';
comment on column fact.organisation.kind is 'Kind of organisation.';
comment on column fact.organisation.students is 'Persons.';
comment on column fact.organisation.ownership is 'State or private.';
comment on column fact.organisation.source_sheet is 'Sheet of the file.';
comment on column fact.organisation.source_row is 'Row or line of the file.';
comment on column fact.organisation.source_column is 'Column letter of the file.';
