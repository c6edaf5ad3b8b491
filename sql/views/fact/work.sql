-- fact.work: the works handed in, as the sheets in force say it.
-- grain: one row per contest_no, entry_no
-- source: rulebook BP-04, BP-06, BP-07; CONTRACTS "Sheet formats" (works)

create or replace view fact.work as
select
    work.contest_no,
    work.batch_no,
    work.entry_no,
    work.received_at::timestamptz as received_at,
    work.pages,
    work.has_flag,
    work.source_sheet,
    work.source_row,
    work.source_column
from ledger.work as work
inner join fact.batch as batch
    on batch.contest_no = work.contest_no
    and batch.batch_no = work.batch_no;

comment on view fact.work is 'The works handed in.';
comment on column fact.work.contest_no is 'Physical key of the contest.';
comment on column fact.work.batch_no is 'The batch that brought the fact.';
comment on column fact.work.entry_no is 'Key of the entry inside its contest.';
comment on column fact.work.received_at is 'When it came.';
comment on column fact.work.pages is 'Pages; null: not counted.';
comment on column fact.work.has_flag is 'Material from the internet is suspected.';
comment on column fact.work.source_sheet is 'Sheet of the file.';
comment on column fact.work.source_row is 'Row or line of the file.';
comment on column fact.work.source_column is 'Column letter of the file.';
