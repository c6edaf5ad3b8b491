-- fact.exam_result: the examinees of demonstration exams, as the sheets in force say it.
-- grain: one row per contest_no, entry_no
-- source: rulebook DE-05, DE-10, DE-12, DE-14; CONTRACTS "Sheet formats" (exams)

create or replace view fact.exam_result as
select
    result.contest_no,
    result.batch_no,
    result.entry_no,
    result.is_wsk,
    result.site,
    result.certificate_from,
    result.certificate_to,
    result.score,
    result.is_present,
    result.is_student,
    result.basis,
    result.source_sheet,
    result.source_row,
    result.source_column
from ledger.exam_result as result
inner join fact.batch as batch
    on batch.contest_no = result.contest_no
    and batch.batch_no = result.batch_no;

comment on view fact.exam_result is 'The examinees of demonstration exams.';
comment on column fact.exam_result.contest_no is 'Physical key of the contest: the exam.';
comment on column fact.exam_result.batch_no is 'The batch that brought the fact.';
comment on column fact.exam_result.entry_no is 'Key of the examinee inside the exam.';
comment on column fact.exam_result.is_wsk is 'By WorldSkills requirements.';
comment on column fact.exam_result.site is 'Where the examinee works.';
comment on column fact.exam_result.certificate_from is 'First day of the accreditation.';
comment on column fact.exam_result.certificate_to is 'Its last day; null: no end is stated.';
comment on column fact.exam_result.score is 'Points; null: not marked.';
comment on column fact.exam_result.is_present is 'Came to the exam; null: not said.';
comment on column fact.exam_result.is_student is 'Studies in a vocational programme that day.';
comment on column fact.exam_result.basis is 'Claimed: exam, championship or national_team.';
comment on column fact.exam_result.source_sheet is 'Sheet of the file.';
comment on column fact.exam_result.source_row is 'Row or line of the file.';
comment on column fact.exam_result.source_column is 'Column letter of the file.';
