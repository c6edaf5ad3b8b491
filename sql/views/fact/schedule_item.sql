-- fact.schedule_item: a contest as a schedule plans it.
-- grain: one row per contest_no, item
-- source: rulebook TC-S01 to TC-S13; CONTRACTS "Ids" (the contest it plans)

create or replace view fact.schedule_item as
select
    schedule_item.contest_no,
    schedule_item.batch_no,
    registry.contest,
    concat_ws(
        '-',
        schedule_item.programme,
        schedule_item.season,
        schedule_item.level,
        if(schedule_item.level = 'republic', null, schedule_item.region),
        schedule_item.unit
    ) as item,
    schedule_item.no,
    schedule_item.programme,
    schedule_item.season,
    schedule_item.level,
    schedule_item.unit,
    schedule_item.region,
    schedule_item.base,
    schedule_item.term,
    schedule_item.first_month,
    schedule_item.first_year,
    schedule_item.last_month,
    schedule_item.last_year,
    schedule_item.starts_on,
    schedule_item.ends_on,
    schedule_item.ruleset_hash,
    schedule_item.source_sheet,
    schedule_item.source_row,
    schedule_item.source_column
from ledger.schedule_item as schedule_item
inner join fact.batch as batch
    on batch.contest_no = schedule_item.contest_no
    and batch.batch_no = schedule_item.batch_no
inner join ledger.contest as registry on registry.contest_no = schedule_item.contest_no;

comment on view fact.schedule_item is 'A contest as a schedule plans it.';
comment on column fact.schedule_item.contest_no is
    'Physical key of the subject: the schedule of a programme and school year.';
comment on column fact.schedule_item.batch_no is 'The batch that brought the fact.';
comment on column fact.schedule_item.contest is 'The subject, schedule:<programme>-<season>.';
comment on column fact.schedule_item.item is 'Id of the contest it plans.';
comment on column fact.schedule_item.no is 'Number in the schedule.';
comment on column fact.schedule_item.programme is 'Programme.';
comment on column fact.schedule_item.season is 'The year in which the school year begins.';
comment on column fact.schedule_item.level is 'college, oblast, republic or international.';
comment on column fact.schedule_item.unit is 'Industry.';
comment on column fact.schedule_item.region is 'ISO code of the host.';
comment on column fact.schedule_item.base is 'The organisation that holds it.';
comment on column fact.schedule_item.term is 'Months as written.';
comment on column fact.schedule_item.first_month is
    'First month, 1 to 12; null: the sheet gives days only.';
comment on column fact.schedule_item.first_year is 'Its year; null: the sheet writes none.';
comment on column fact.schedule_item.last_month is 'Last month, 1 to 12.';
comment on column fact.schedule_item.last_year is 'Its year; null: the sheet writes none.';
comment on column fact.schedule_item.starts_on is 'First day; null: only months are known.';
comment on column fact.schedule_item.ends_on is 'Last day.';
comment on column fact.schedule_item.ruleset_hash is
    'Hash of the ruleset that holds; null: the programme has none.';
comment on column fact.schedule_item.source_sheet is 'Sheet of the file.';
comment on column fact.schedule_item.source_row is 'Row or line of the file.';
comment on column fact.schedule_item.source_column is 'Column letter of the file.';
