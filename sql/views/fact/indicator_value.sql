-- fact.indicator_value: a value of an indicator, as reported.
-- grain: one row per contest_no, indicator, region, organisation, since
-- source: rulebook 10.1 (always numerator and denominator, never a bare percentage)

create or replace view fact.indicator_value as
select
    value.contest_no,
    value.batch_no,
    value.indicator,
    value.region,
    value.organisation,
    value.period,
    value.numerator,
    value.denominator,
    value.since,
    value.as_of,
    value.source,
    value.source_sheet,
    value.source_row,
    value.source_column
from ledger.indicator_value as value
inner join fact.batch as batch
    on batch.contest_no = value.contest_no
    and batch.batch_no = value.batch_no;

comment on view fact.indicator_value is 'A value of an indicator, as reported.';
comment on column fact.indicator_value.contest_no is
    'Physical key of the subject indicators:<year>.';
comment on column fact.indicator_value.batch_no is 'The batch that brought the fact.';
comment on column fact.indicator_value.indicator is
    'Id in the rulebook, or a code of official statistics.';
comment on column fact.indicator_value.region is 'ISO code; KZ: the country.';
comment on column fact.indicator_value.organisation is 'Whose value; null: the region as a whole.';
comment on column fact.indicator_value.period is
    'Calendar year, or the year the school year begins.';
comment on column fact.indicator_value.numerator is
    'Units of the indicator; persons where since is given.';
comment on column fact.indicator_value.denominator is 'Units; null: a count, or not known.';
comment on column fact.indicator_value.since is 'Last course or appointment of these persons.';
comment on column fact.indicator_value.as_of is 'The day the value holds for.';
comment on column fact.indicator_value.source is 'Where the value comes from.';
comment on column fact.indicator_value.source_sheet is 'Sheet of the file.';
comment on column fact.indicator_value.source_row is 'Row or line of the file.';
comment on column fact.indicator_value.source_column is 'Column letter of the file.';
