-- fact.indicator_target: a target of an indicator that somebody has set, with its source.
-- grain: one row per contest_no, batch_no, indicator, region
-- source: rulebook 6.3 (a target holds for its calendar year); the newest one counts

create or replace view fact.indicator_target as
select
    target.contest_no,
    target.batch_no,
    target.indicator,
    target.region,
    target.year,
    target.minimum,
    target.maximum,
    target.source,
    target.former_batch_no,
    target.source_sheet,
    target.source_row,
    target.source_column
from ledger.indicator_target as target
inner join fact.batch as batch
    on batch.contest_no = target.contest_no
    and batch.batch_no = target.batch_no;

comment on view fact.indicator_target is 'A target of an indicator that somebody has set.';
comment on column fact.indicator_target.contest_no is
    'Physical key of the subject indicators:<year>.';
comment on column fact.indicator_target.batch_no is 'The batch that brought the fact.';
comment on column fact.indicator_target.indicator is 'Id in the rulebook.';
comment on column fact.indicator_target.region is 'ISO code; KZ: the country; null: every region.';
comment on column fact.indicator_target.year is 'Calendar year that it holds for.';
comment on column fact.indicator_target.minimum is 'Least that meets it, in units of the value.';
comment on column fact.indicator_target.maximum is 'Most that meets it.';
comment on column fact.indicator_target.source is 'The act or plan that sets it.';
comment on column fact.indicator_target.former_batch_no is
    'Batch of the target it takes the place of; 0: the text; null: not said.';
comment on column fact.indicator_target.source_sheet is 'Sheet of the file.';
comment on column fact.indicator_target.source_row is 'Row or line of the file.';
comment on column fact.indicator_target.source_column is 'Column letter of the file.';
