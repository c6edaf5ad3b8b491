-- fact.score: the points of one criterion from one judge.
-- grain: one row per contest_no, entry_no, judge_no, criterion
-- source: rulebook BP-08

create or replace view fact.score as
select
    score.contest_no,
    score.batch_no,
    score.entry_no,
    score.judge_no,
    score.criterion,
    score.points,
    score.source_sheet,
    score.source_row,
    score.source_column
from ledger.score as score
inner join fact.batch as batch
    on batch.contest_no = score.contest_no
    and batch.batch_no = score.batch_no;

comment on view fact.score is 'The points of one criterion from one judge.';
comment on column fact.score.contest_no is 'Physical key of the contest.';
comment on column fact.score.batch_no is 'The batch that brought the fact.';
comment on column fact.score.entry_no is 'Key of the entry inside its contest.';
comment on column fact.score.judge_no is 'Key of the judge inside the contest; 0: not named.';
comment on column fact.score.criterion is 'Criterion, or total for a bare total.';
comment on column fact.score.points is 'Points; null: not marked.';
comment on column fact.score.source_sheet is 'Sheet of the file.';
comment on column fact.score.source_row is 'Row or line of the file.';
comment on column fact.score.source_column is 'Column letter of the file.';
