-- fact.entered: the sheets in force that the result of a contest stands on, and who brought them.
-- grain: one row per contest_no, batch_no of marks, scores or other results
-- source: rulebook WM-09 (entered), BP-16 (sheets collected); the public is not told who

create or replace view fact.entered as
select
    visible.contest_no,
    visible.batch_no,
    batch.sheet_kind,
    batch.file_name,
    batch.row_count,
    batch.recorded_at,
    if(fact.is_staff_of(visible.contest_no), batch.actor, null) as actor,
    batch.actor_role <> 'local' as is_named
from fact.batch as visible
inner join ledger.batch as batch on batch.batch_no = visible.batch_no
where
    visible.contest_no > 0
    and batch.kind = 'sheet'
    and batch.sheet_kind in ('marks', 'scores', 'candidates', 'selection', 'exams');

comment on view fact.entered is 'The sheets in force that the result of a contest stands on.';
comment on column fact.entered.contest_no is 'Physical key of the contest.';
comment on column fact.entered.batch_no is 'The act that brought the sheet.';
comment on column fact.entered.sheet_kind is 'marks, scores, candidates, selection or exams.';
comment on column fact.entered.file_name is 'Name of the file.';
comment on column fact.entered.row_count is 'Rows of the sheet, of all its contests.';
comment on column fact.entered.recorded_at is 'When, UTC.';
comment on column fact.entered.actor is 'Who entered it; null for the public.';
comment on column fact.entered.is_named is
    'Entered by somebody with a name: not on a server that asks nobody to sign in.';
