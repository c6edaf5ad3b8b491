-- fact.centre_item: a checklist item of a competence centre, as reported.
-- grain: one row per contest_no, organisation, region, profile, item, evidence, basis, done_on
-- source: rulebook CC-03 to CC-47

create or replace view fact.centre_item as
select
    value.contest_no,
    value.batch_no,
    value.ruleset_hash,
    value.organisation,
    value.region,
    value.profile,
    value.item,
    value.state,
    value.basis,
    value.evidence,
    value.done_on,
    value.valid_to,
    value.checked_on,
    value.source_sheet,
    value.source_row,
    value.source_column
from ledger.centre_item as value
inner join fact.batch as batch
    on batch.contest_no = value.contest_no
    and batch.batch_no = value.batch_no;

comment on view fact.centre_item is 'A checklist item of a competence centre, as reported.';
comment on column fact.centre_item.contest_no is 'Physical key of the subject centres.';
comment on column fact.centre_item.batch_no is 'The batch that brought the fact.';
comment on column fact.centre_item.ruleset_hash is 'The checklist it was written under.';
comment on column fact.centre_item.organisation is 'The TVET organisation.';
comment on column fact.centre_item.region is 'ISO code; null: not known.';
comment on column fact.centre_item.profile is 'Set of conditions: 004 or 004+001.';
comment on column fact.centre_item.item is 'Id in the rulebook.';
comment on column fact.centre_item.state is 'done, in_progress, missing or not_applicable.';
comment on column fact.centre_item.basis is 'experience or internship, for members of the staff.';
comment on column fact.centre_item.evidence is 'Number of a document or post, or an employer.';
comment on column fact.centre_item.done_on is 'Day of the step, document or end of an internship.';
comment on column fact.centre_item.valid_to is 'Last day the evidence counts.';
comment on column fact.centre_item.checked_on is 'Day of the check or decision.';
comment on column fact.centre_item.source_sheet is 'Sheet of the file.';
comment on column fact.centre_item.source_row is 'Row or line of the file.';
comment on column fact.centre_item.source_column is 'Column letter of the file.';
