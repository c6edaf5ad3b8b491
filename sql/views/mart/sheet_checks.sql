-- mart.sheet_checks: every sheet a contest stands on: who entered it, and who checked it.
-- grain: one row per contest_no, batch_no of a sheet in force
-- source: rulebook WM-09 (entered, checked), BP-16; names are for staff

create or replace view mart.sheet_checks as
select
    -- ids
    sheet.contest_no,
    contest.contest,
    sheet.batch_no,
    sheet.check_batch_no,

    -- what
    sheet.sheet_kind,
    sheet.file_name,
    sheet.row_count as rows,

    -- who, when
    sheet.entered_by,
    sheet.entered_at,
    sheet.checked_by,
    sheet.checked_at,

    -- booleans
    sheet.is_named,
    sheet.is_checked,
    sheet.is_seconded
from score.sheet_check as sheet
inner join fact.contest as contest on contest.contest_no = sheet.contest_no
where not contest.is_archive;

comment on view mart.sheet_checks is 'Every sheet a contest stands on, and who checked it.';
comment on column mart.sheet_checks.contest_no is 'Physical key of the contest.';
comment on column mart.sheet_checks.contest is 'Contest id.';
comment on column mart.sheet_checks.batch_no is 'The act that brought the sheet.';
comment on column mart.sheet_checks.check_batch_no is 'The check that holds; null: none.';
comment on column mart.sheet_checks.sheet_kind is 'marks, scores, candidates, selection or exams.';
comment on column mart.sheet_checks.file_name is 'Name of the file.';
comment on column mart.sheet_checks.rows is 'Rows of the sheet, of all its contests.';
comment on column mart.sheet_checks.entered_by is 'Who entered it; null for the public.';
comment on column mart.sheet_checks.entered_at is 'When, UTC.';
comment on column mart.sheet_checks.checked_by is 'Who checked it; null for the public.';
comment on column mart.sheet_checks.checked_at is 'When, UTC.';
comment on column mart.sheet_checks.is_named is
    'Entered by somebody with a name: not on a server that asks nobody to sign in.';
comment on column mart.sheet_checks.is_checked is 'Checked by a second person.';
comment on column mart.sheet_checks.is_seconded is 'Checked or signed by a second person.';
