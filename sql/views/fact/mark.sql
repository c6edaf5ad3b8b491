-- fact.mark: one judges value for one aspect of one entry.
-- grain: one row per contest_no, entry_no, aspect, judge_no
-- source: rulebook WM-03

create or replace view fact.mark as
select
    mark.contest_no,
    mark.batch_no,
    mark.entry_no,
    mark.aspect,
    mark.judge_no,
    mark.mark,
    mark.source_sheet,
    mark.source_row,
    mark.source_column
from ledger.mark as mark
inner join fact.batch as batch
    on batch.contest_no = mark.contest_no
    and batch.batch_no = mark.batch_no;

comment on view fact.mark is 'One judges value for one aspect of one entry.';
comment on column fact.mark.contest_no is 'Physical key of the contest.';
comment on column fact.mark.batch_no is 'The batch that brought the fact.';
comment on column fact.mark.entry_no is 'Key of the entry inside its contest.';
comment on column fact.mark.aspect is 'Aspect id, as A1.M3.';
comment on column fact.mark.judge_no is 'Key of the judge inside the contest; 0: not named.';
comment on column fact.mark.mark is 'M: points awarded; J: 0 to 3; null: not marked.';
comment on column fact.mark.source_sheet is 'Sheet of the file.';
comment on column fact.mark.source_row is 'Row or line of the file.';
comment on column fact.mark.source_column is 'Column letter of the file.';
