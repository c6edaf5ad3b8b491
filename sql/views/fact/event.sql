-- fact.event: any other event of the calendar.
-- grain: one row per contest_no, event
-- source: rulebook WS-E1 to WS-E4, SL-03, SL-04, EV-01 to EV-17

create or replace view fact.event as
select
    event.contest_no,
    event.batch_no,
    registry.contest,
    event.event,
    event.programme,
    event.season,
    event.level,
    event.title,
    event.region,
    event.place,
    event.term,
    event.first_month,
    event.first_year,
    event.last_month,
    event.last_year,
    event.starts_on,
    event.ends_on,
    event.state,
    event.repeats,
    event.note,
    event.ruleset_hash,
    event.source_sheet,
    event.source_row,
    event.source_column
from ledger.event as event
inner join fact.batch as batch
    on batch.contest_no = event.contest_no
    and batch.batch_no = event.batch_no
inner join ledger.contest as registry on registry.contest_no = event.contest_no;

comment on view fact.event is 'Any other event of the calendar.';
comment on column fact.event.contest_no is
    'Physical key of the subject: the schedule of a programme and school year.';
comment on column fact.event.batch_no is 'The batch that brought the fact.';
comment on column fact.event.contest is 'The subject, schedule:<programme>-<season>.';
comment on column fact.event.event is 'Code of the event, or its title.';
comment on column fact.event.programme is 'Programme.';
comment on column fact.event.season is 'The year in which the school year begins.';
comment on column fact.event.level is 'college, oblast, republic or international. Null: not said.';
comment on column fact.event.title is 'Title.';
comment on column fact.event.region is 'ISO code of the city or region; null: none of ours.';
comment on column fact.event.place is 'Place as written.';
comment on column fact.event.term is 'Months as written.';
comment on column fact.event.first_month is
    'First month, 1 to 12; null: the sheet gives days only.';
comment on column fact.event.first_year is 'Its year; null: the sheet writes none.';
comment on column fact.event.last_month is 'Last month, 1 to 12.';
comment on column fact.event.last_year is 'Its year; null: the sheet writes none.';
comment on column fact.event.starts_on is 'First day; null: only months are known.';
comment on column fact.event.ends_on is 'Last day.';
comment on column fact.event.state is 'planned, stopped or undated.';
comment on column fact.event.repeats is 'weekly, monthly, yearly or regular; null: held once.';
comment on column fact.event.note is 'Note of the sheet.';
comment on column fact.event.ruleset_hash is
    'Hash of the ruleset that holds; null: the programme has none.';
comment on column fact.event.source_sheet is 'Sheet of the file.';
comment on column fact.event.source_row is 'Row or line of the file.';
comment on column fact.event.source_column is 'Column letter of the file.';
