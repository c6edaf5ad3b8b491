-- score.indicator_value: numerator and denominator of each reported value; persons with a day of
-- their own are counted by what that day means at the day of the report.
-- grain: one row per contest_no, indicator, region, organisation
-- source: rulebook IND-17 (a course within three years, due day included), IND-18 (due after seven
-- years in office), IND-40; where no day of report is given, the last day of the period

create or replace view score.indicator_value as
with
given as (
    select
        contest_no,
        indicator,
        region,
        organisation,
        period,
        numerator,
        denominator,
        as_of,
        source
    from fact.indicator_value
    where since is null
),

dated as (
    select
        value.contest_no,
        value.indicator,
        value.region,
        value.organisation,
        value.period,
        coalesce(
            sum(value.numerator) filter (person.status in ('met', 'due')), 0
        )::bigint as numerator,
        sum(value.numerator)::bigint as denominator,
        max(person.as_of) as as_of,
        max(value.source) as source
    from fact.indicator_value as value
    inner join score.indicator_date as person
        on person.contest_no = value.contest_no
        and person.batch_no = value.batch_no
        and person.source_row = value.source_row
    where value.since is not null
    group by
        value.contest_no, value.indicator, value.region, value.organisation, value.period
)

select
    contest_no,
    indicator,
    region,
    organisation,
    period,
    numerator,
    denominator,
    as_of,
    source
from given

union all

select
    dated.contest_no,
    dated.indicator,
    dated.region,
    dated.organisation,
    dated.period,
    dated.numerator,
    dated.denominator,
    dated.as_of,
    dated.source
from dated
anti join given
    on given.contest_no = dated.contest_no
    and given.indicator = dated.indicator
    and given.region = dated.region
    and given.organisation is not distinct from dated.organisation;

comment on view score.indicator_value is 'Numerator and denominator of each reported value.';
comment on column score.indicator_value.contest_no is 'Physical key of the subject.';
comment on column score.indicator_value.indicator is 'Id in the rulebook.';
comment on column score.indicator_value.region is 'ISO code; KZ: the country.';
comment on column score.indicator_value.organisation is 'Whose value; null: the region.';
comment on column score.indicator_value.period is 'Year.';
comment on column score.indicator_value.numerator is 'Units of the indicator.';
comment on column score.indicator_value.denominator is 'Units; null: a count, or not known.';
comment on column score.indicator_value.as_of is 'The day the value holds for.';
comment on column score.indicator_value.source is 'Where the value comes from.';
