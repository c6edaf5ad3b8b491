-- fact.application: an application to take part (Annex 1).
-- grain: one row per application
-- source: rulebook BP-03, BP-05. An application is of no contest: its region says who sees it

create or replace view fact.application as
select
    application.contest_no,
    application.batch_no,
    application.name_no,
    name.name,
    application.no,
    application.organisation,
    application.profession,
    application.region,
    application.industry,
    application.has_consent,
    application.received_on,
    application.has_phones,
    application.has_email,
    application.source_sheet,
    application.source_row,
    application.source_column
from ledger.application as application
inner join fact.batch as batch
    on batch.contest_no = application.contest_no
    and batch.batch_no = application.batch_no
left join private.name as name on name.name_no = application.name_no
where fact.is_own_region(application.region);

comment on view fact.application is 'An application to take part (Annex 1).';
comment on column fact.application.contest_no is 'Physical key of the contest.';
comment on column fact.application.batch_no is 'The batch that brought the fact.';
comment on column fact.application.name_no is 'Key of the private name.';
comment on column fact.application.name is 'Full name; null once erased.';
comment on column fact.application.no is 'Number on the form.';
comment on column fact.application.organisation is 'Organisation.';
comment on column fact.application.profession is 'Profession applied for.';
comment on column fact.application.region is 'ISO code.';
comment on column fact.application.industry is 'Industry code.';
comment on column fact.application.has_consent is 'Consent to data processing.';
comment on column fact.application.received_on is 'Day it came; null: not said.';
comment on column fact.application.has_phones is
    'Phones are told; null: an application of a former version, which did not keep it.';
comment on column fact.application.has_email is 'An e-mail is told; null: as for phones.';
comment on column fact.application.source_sheet is 'Sheet of the file.';
comment on column fact.application.source_row is 'Row or line of the file.';
comment on column fact.application.source_column is 'Column letter of the file.';
