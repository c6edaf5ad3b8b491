-- score.indicator_date: groups of persons with a day of their own, and what it means today.
-- grain: one row per contest_no, batch_no, source_row
-- source: rulebook IND-17 (met to the due day and on it), IND-18 (due on the day and after), IND-40

create or replace view score.indicator_date as
with
dated as (
    select
        value.contest_no,
        value.batch_no,
        value.source_row,
        value.indicator,
        value.region,
        value.organisation,
        value.period,
        value.numerator as persons,
        value.since,
        coalesce(value.as_of, make_date(value.period, 12, 31)) as as_of,
        indicator.date_rule,
        score.years_after(value.since, indicator.date_years) as due_on
    from fact.indicator_value as value
    inner join ref.indicator as indicator on indicator.indicator = value.indicator
    where value.since is not null and indicator.date_rule is not null
)

select
    contest_no,
    batch_no,
    source_row,
    indicator,
    region,
    organisation,
    period,
    persons,
    since,
    as_of,
    due_on,
    case
        when date_rule = 'within' then if(as_of <= due_on, 'met', 'not_met')
        else if(as_of >= due_on, 'due', 'not_due')
    end as status,
    greatest(date_diff('day', due_on, as_of), 0)::integer as days_over
from dated;

comment on view score.indicator_date is 'Groups of persons with a day of their own.';
comment on column score.indicator_date.contest_no is 'Physical key of the subject.';
comment on column score.indicator_date.batch_no is 'The batch that brought the group.';
comment on column score.indicator_date.source_row is 'Row of the file.';
comment on column score.indicator_date.indicator is 'Id in the rulebook.';
comment on column score.indicator_date.region is 'ISO code.';
comment on column score.indicator_date.organisation is 'Whose persons; null: of the region.';
comment on column score.indicator_date.period is 'Year.';
comment on column score.indicator_date.persons is 'Persons with this day.';
comment on column score.indicator_date.since is 'Last course, internship or appointment.';
comment on column score.indicator_date.as_of is 'The day it is judged on.';
comment on column score.indicator_date.due_on is 'The day the years are over.';
comment on column score.indicator_date.status is 'met or not_met; for a rotation, due or not_due.';
comment on column score.indicator_date.days_over is 'Days after due_on; 0: none.';
