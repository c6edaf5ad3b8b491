-- score.sheet_check: every sheet a contest stands on: who entered it, and who checked it.
-- grain: one row per contest_no, batch_no of fact.entered
-- source: rulebook WM-09 (entered, checked), BP-16; the first who checked is named

create or replace view score.sheet_check as
with
vouch as (
    select
        contest_no,
        batch_no,
        min_by(who, decision_batch_no) filter (kind = 'check') as checked_by,
        min_by(recorded_at, decision_batch_no) filter (kind = 'check') as checked_at,
        min(decision_batch_no) filter (kind = 'check') as check_batch_no
    from fact.vouched
    group by contest_no, batch_no
)

select
    -- ids
    sheet.contest_no,
    sheet.batch_no,
    vouch.check_batch_no,

    -- what
    sheet.sheet_kind,
    sheet.file_name,
    sheet.row_count,

    -- who, when
    sheet.actor as entered_by,
    sheet.recorded_at as entered_at,
    vouch.checked_by,
    vouch.checked_at,

    -- booleans
    sheet.is_named,
    vouch.check_batch_no is not null as is_checked,
    vouch.contest_no is not null as is_seconded
from fact.entered as sheet
left join vouch
    on vouch.contest_no = sheet.contest_no
    and vouch.batch_no = sheet.batch_no;

comment on view score.sheet_check is 'Every sheet a contest stands on, and who checked it.';
comment on column score.sheet_check.contest_no is 'Physical key of the contest.';
comment on column score.sheet_check.batch_no is 'The sheet.';
comment on column score.sheet_check.check_batch_no is 'The check that holds; null: none.';
comment on column score.sheet_check.sheet_kind is
    'marks, scores, candidates, selection or exams.';
comment on column score.sheet_check.file_name is 'Name of the file.';
comment on column score.sheet_check.row_count is 'Rows of the sheet, of all its contests.';
comment on column score.sheet_check.entered_by is 'Who entered it; null for the public.';
comment on column score.sheet_check.entered_at is 'When, UTC.';
comment on column score.sheet_check.checked_by is 'Who checked it; null for the public.';
comment on column score.sheet_check.checked_at is 'When, UTC.';
comment on column score.sheet_check.is_named is
    'Entered by somebody with a name: not on a server that asks nobody to sign in.';
comment on column score.sheet_check.is_checked is 'Checked by a second person.';
comment on column score.sheet_check.is_seconded is 'Checked or signed by a second person.';
