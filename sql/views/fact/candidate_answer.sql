-- fact.candidate_answer: an option, a document or a service that a candidate has.
-- grain: one row per contest_no, batch_no, source_row
-- source: rulebook VC-09 (claimed and verified), B5

create or replace view fact.candidate_answer as
select
    answer.contest_no,
    answer.batch_no,
    answer.entry_no,
    answer.form,
    answer.criterion,
    answer.option,
    answer.amount,
    answer.event_date,
    answer.claimed,
    answer.verified,
    answer.has_evidence,
    answer.channel,
    answer.source_sheet,
    answer.source_row,
    answer.source_column
from ledger.candidate_answer as answer
inner join fact.batch as batch
    on batch.contest_no = answer.contest_no
    and batch.batch_no = answer.batch_no;

comment on view fact.candidate_answer is 'An option, a document or a service that a candidate has.';
comment on column fact.candidate_answer.contest_no is 'Physical key of the contest.';
comment on column fact.candidate_answer.batch_no is 'The batch that brought the fact.';
comment on column fact.candidate_answer.entry_no is 'Key of the candidate inside the contest.';
comment on column fact.candidate_answer.form is
    '17: sheet with service, 18: without; null: no line of a sheet.';
comment on column fact.candidate_answer.criterion is
    'Criterion of the sheet, document_N, qualification or service_*.';
comment on column fact.candidate_answer.option is
    'Line, family of lines or none; present, absent or not_applicable.';
comment on column fact.candidate_answer.amount is 'Items; or years, percent, months of service.';
comment on column fact.candidate_answer.event_date is
    'Day of the event, or the day a document came.';
comment on column fact.candidate_answer.claimed is 'Points as the candidate wrote them.';
comment on column fact.candidate_answer.verified is 'Points as the commission wrote them.';
comment on column fact.candidate_answer.has_evidence is
    'The document that proves it is there; null: not said.';
comment on column fact.candidate_answer.channel is 'electronic or paper.';
comment on column fact.candidate_answer.source_sheet is 'Sheet of the file.';
comment on column fact.candidate_answer.source_row is 'Row or line of the file.';
comment on column fact.candidate_answer.source_column is 'Column letter of the file.';
