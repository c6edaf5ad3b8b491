-- mart.schedule_clashes: everything that speaks against the calendar as it stands, each with its
-- rule; the system names it and people decide.
-- grain: one row per kind, reason, contest_no, first, second, person, starts_on
-- source: rulebook TC-C1 to TC-C13, TC-D2, SL-05, TC-05; CONTRACTS "Views" (schedule_clashes)

create or replace view mart.schedule_clashes as
with
clash as (
    select
        contest_no,
        contest,
        rule as kind,
        reason,
        severity,
        item as first,
        null::varchar as second,
        null::varchar as second_name,
        region,
        null::date as first_day,
        null::date as last_day,
        starts_on,
        ends_on,
        case rule
            when 'TC-C3' then (ends_on - starts_on + 1)::integer
            when 'TC-C12' then 7
        end as days,
        null::varchar as person,
        note,
        true as is_certain,
        false as takes_days
    from score.clash_table

    union all

    select
        contest_no,
        contest,
        rule as kind,
        reason,
        severity,
        item as first,
        second,
        second_name,
        region,
        first_day,
        last_day,
        starts_on,
        ends_on,
        days,
        null::varchar as person,
        note,
        is_certain,
        rule <> 'TC-C9' as takes_days
    from score.clash_days

    union all

    select
        contest_no,
        contest,
        'TC-C5' as kind,
        'person_clash' as reason,
        'error' as severity,
        item as first,
        second,
        null::varchar as second_name,
        region,
        first_day,
        last_day,
        starts_on,
        ends_on,
        (ends_on - starts_on + 1)::integer as days,
        person,
        null::varchar as note,
        true as is_certain,
        true as takes_days
    from score.clash_person

    union all

    select
        contest_no,
        contest,
        rule as kind,
        reason,
        if(is_certain, 'warning', 'info') as severity,
        item as first,
        second,
        null::varchar as second_name,
        region,
        null::date as first_day,
        null::date as last_day,
        starts_on,
        ends_on,
        case reason when 'regional_late' then (ends_on - starts_on + 1)::integer end as days,
        null::varchar as person,
        note,
        is_certain,
        false as takes_days
    from score.clash_missing
)

select
    -- ids
    clash.contest_no,
    clash.contest,
    clash.kind,
    clash.reason,
    clash.severity,
    clash.first,
    clash.second,
    clash.region,

    -- names
    clash.second_name,
    clash.person,
    clash.note,

    -- days
    clash.starts_on,
    clash.ends_on,
    clash.days,
    case
        when clash.takes_days then
            score.working_days(clash.first_day, clash.last_day)
            - score.working_days(clash.starts_on, clash.ends_on)
        when clash.kind = 'TC-C9' then score.working_days(clash.first_day, clash.last_day)
    end as working_days_left,

    -- booleans
    clash.is_certain
from clash;

comment on view mart.schedule_clashes is 'Everything that speaks against the calendar.';
comment on column mart.schedule_clashes.contest_no is 'Physical key of the subject or contest.';
comment on column mart.schedule_clashes.contest is 'Subject or contest of the first.';
comment on column mart.schedule_clashes.kind is 'Rule id.';
comment on column mart.schedule_clashes.reason is
    'What it is, in one word, as host_clash or wsk_clash_same_city.';
comment on column mart.schedule_clashes.severity is
    'error, warning or info; what hangs on days not yet known is info.';
comment on column mart.schedule_clashes.first is
    'The contest; the subject, when it is about the whole schedule.';
comment on column mart.schedule_clashes.second is
    'What it clashes with: an item, a period, or what is missing.';
comment on column mart.schedule_clashes.region is 'ISO code of the host of the first.';
comment on column mart.schedule_clashes.second_name is
    'Name of the period in the reader''s language.';
comment on column mart.schedule_clashes.person is 'Who is in two places; null once erased.';
comment on column mart.schedule_clashes.note is 'Days off, regions or contests it is about.';
comment on column mart.schedule_clashes.starts_on is 'First day of the clash.';
comment on column mart.schedule_clashes.ends_on is 'Last day of the clash.';
comment on column mart.schedule_clashes.days is
    'Calendar days of the clash; days off: those alone.';
comment on column mart.schedule_clashes.working_days_left is
    'Working days of the first, or of its months, that the clash leaves.';
comment on column mart.schedule_clashes.is_certain is
    'false: only months are known, the clash is possible.';
