-- fact.scale_score: a standardised score published elsewhere.
-- grain: one row per contest_no, entry_no
-- source: rulebook WM-24

create or replace view fact.scale_score as
select
    scale_score.contest_no,
    scale_score.batch_no,
    scale_score.entry_no,
    scale_score.scale,
    scale_score.award_claimed,
    scale_score.source_sheet,
    scale_score.source_row,
    scale_score.source_column
from ledger.scale_score as scale_score
inner join fact.batch as batch
    on batch.contest_no = scale_score.contest_no
    and batch.batch_no = scale_score.batch_no;

comment on view fact.scale_score is 'A standardised score published elsewhere.';
comment on column fact.scale_score.contest_no is 'Physical key of the contest.';
comment on column fact.scale_score.batch_no is 'The batch that brought the fact.';
comment on column fact.scale_score.entry_no is 'Key of the entry inside its contest.';
comment on column fact.scale_score.scale is 'Score on the standard scale, ready-made.';
comment on column fact.scale_score.award_claimed is
    'Award as the source claims it; compared, never trusted.';
comment on column fact.scale_score.source_sheet is 'Sheet of the file.';
comment on column fact.scale_score.source_row is 'Row or line of the file.';
comment on column fact.scale_score.source_column is 'Column letter of the file.';
