-- mart.indicator_dates: whose courses are over and who is due for rotation, by day.
-- grain: one row per contest_no, indicator, region, organisation, since, due_on
-- source: rulebook IND-17, IND-18, EX-18, EX-19

create or replace view mart.indicator_dates as
select
    -- ids
    person.contest_no,
    person.indicator,
    case getvariable('lang')::varchar
        when 'ru' then indicator.name_ru
        when 'en' then indicator.name_en
        else indicator.name_kk
    end as indicator_name,
    person.region,
    person.organisation,
    person.period,

    -- days
    person.persons,
    person.since,
    person.as_of,
    person.due_on,
    person.status,
    person.days_over
from score.indicator_date as person
inner join ref.indicator as indicator on indicator.indicator = person.indicator;

comment on view mart.indicator_dates is 'Whose courses are over and who is due for rotation.';
comment on column mart.indicator_dates.contest_no is 'Physical key of the subject.';
comment on column mart.indicator_dates.indicator is 'Id in the rulebook.';
comment on column mart.indicator_dates.indicator_name is 'Name in the language of the reader.';
comment on column mart.indicator_dates.region is 'ISO code.';
comment on column mart.indicator_dates.organisation is 'Whose persons; null: of the region.';
comment on column mart.indicator_dates.period is 'Year.';
comment on column mart.indicator_dates.persons is 'Persons with this day.';
comment on column mart.indicator_dates.since is 'Last course, internship or appointment.';
comment on column mart.indicator_dates.as_of is 'The day it is judged on.';
comment on column mart.indicator_dates.due_on is 'The day the years are over.';
comment on column mart.indicator_dates.status is 'met or not_met; of a rotation, due or not_due.';
comment on column mart.indicator_dates.days_over is 'Days after due_on; 0: none.';
