-- mart.applications: the applications, and what each of them lacks.
-- grain: one row per application (contest_no, batch_no, name_no)
-- source: rulebook BP-02 (fields of work), BP-03 (late: refused), BP-05 (an incomplete form: all of
-- its fields are filled, the number is the office's), BP-Q14 (consent)

create or replace view mart.applications as
with
due as (
    select
        max(due_on) as due_on,
        arg_max(is_due_inclusive, due_on) as is_inclusive
    from ref.ruleset
    where programme = 'best-professionals'
),

looked_at as (
    select
        contest_no,
        batch_no,
        name_no,
        row_number() over (partition by batch_no order by source_row, name_no) as number,
        name,
        organisation,
        profession,
        region,
        industry,
        received_on,
        due.due_on,
        coalesce(received_on >= due.due_on + if(due.is_inclusive, 1, 0), false) as is_late,
        list_filter(
            [
                if(trim(organisation) = '', 'organisation', null),
                if(trim(coalesce(name, '')) = '', 'full_name', null),
                if(trim(profession) = '', 'profession', null),
                if(has_phones is false, 'phones', null),
                if(has_email is false, 'email', null),
                if(trim(region) = '', 'region', null),
                if(has_consent is not true, 'consent', null)
            ],
            lambda field: field is not null
        ) as missing
    from fact.application
    cross join due
)

select
    looked_at.contest_no,
    looked_at.batch_no,
    looked_at.name_no,
    concat(looked_at.batch_no, '-', looked_at.number) as receipt,
    source.recorded_at as received_at,
    looked_at.received_on,
    looked_at.due_on,
    case
        when looked_at.is_late then 'late'
        when len(looked_at.missing) > 0 then 'incomplete'
        else 'registered'
    end as status,
    looked_at.name,
    looked_at.organisation,
    looked_at.profession,
    looked_at.region,
    looked_at.industry,
    looked_at.missing,
    len(looked_at.missing) = 0 as is_complete,
    looked_at.is_late,
    looked_at.industry is null as is_outside_fields
from looked_at
inner join fact.source as source
    on source.contest_no = looked_at.contest_no
    and source.batch_no = looked_at.batch_no;

comment on view mart.applications is 'The applications, and what each of them lacks.';
comment on column mart.applications.contest_no is 'Physical key of the contest.';
comment on column mart.applications.batch_no is 'The batch that brought the fact.';
comment on column mart.applications.name_no is 'Key of the private name.';
comment on column mart.applications.receipt is
    'Number of the receipt: the batch, and which of its applications.';
comment on column mart.applications.received_at is 'When it was written here, UTC.';
comment on column mart.applications.received_on is
    'Day it came, as the office noted it; null: not said.';
comment on column mart.applications.due_on is 'Deadline; null: no ruleset has one.';
comment on column mart.applications.status is
    'registered; incomplete: to be repaired before the deadline; late: refused.';
comment on column mart.applications.name is 'Full name; null once erased.';
comment on column mart.applications.organisation is 'Organisation.';
comment on column mart.applications.profession is 'Profession applied for.';
comment on column mart.applications.region is 'ISO code.';
comment on column mart.applications.industry is 'Industry code; sme: a small business.';
comment on column mart.applications.missing is
    'Fields of the form that are empty; consent: not given.';
comment on column mart.applications.is_complete is 'Nothing is missing.';
comment on column mart.applications.is_late is 'Came after the deadline.';
comment on column mart.applications.is_outside_fields is
    'Works in none of the fields: the organiser decides.';
