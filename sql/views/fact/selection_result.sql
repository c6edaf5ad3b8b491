-- fact.selection_result: what is recorded of a candidate in a step of a selection.
-- grain: one row per contest_no, entry_no, step, part, member
-- source: rulebook C1, C2, C5; CONTRACTS "Sheet formats" (selection)

create or replace view fact.selection_result as
select
    result.contest_no,
    result.batch_no,
    result.entry_no,
    result.step,
    result.part,
    result.member,
    result.score,
    result.category,
    result.seniority_days,
    result.education,
    result.status,
    result.violation,
    result.happened_at,
    result.source_sheet,
    result.source_row,
    result.source_column
from ledger.selection_result as result
inner join fact.batch as batch
    on batch.contest_no = result.contest_no
    and batch.batch_no = result.batch_no;

comment on view fact.selection_result is 'What is recorded of a candidate in a step.';
comment on column fact.selection_result.contest_no is 'Physical key of the contest.';
comment on column fact.selection_result.batch_no is 'The batch that brought the fact.';
comment on column fact.selection_result.entry_no is 'Key of the candidate inside the contest.';
comment on column fact.selection_result.step is 'Step of the ruleset, as pq.';
comment on column fact.selection_result.part is 'Part of the step; null: the step as a whole.';
comment on column fact.selection_result.member is 'Member of the commission; null: none.';
comment on column fact.selection_result.score is 'Points, tasks, words or days, by the part.';
comment on column fact.selection_result.category is 'Category of the post, as C-O-1.';
comment on column fact.selection_result.seniority_days is
    'Whole work experience on the day of the result, days.';
comment on column fact.selection_result.education is 'Level of education of the ruleset.';
comment on column fact.selection_result.status is
    'present, absent, withdrawn, passed or refused.';
comment on column fact.selection_result.violation is 'V1 to V7, or the thing that was used.';
comment on column fact.selection_result.happened_at is 'When, UTC.';
comment on column fact.selection_result.source_sheet is 'Sheet of the file.';
comment on column fact.selection_result.source_row is 'Row or line of the file.';
comment on column fact.selection_result.source_column is 'Column letter of the file.';
