-- mart.public_names: how the public reads the names of each entry, and what is known of ages.
-- grain: one row per contest_no, entry_no; staff of the contest only
-- source: docs/personal.md (minors' names in public)

create or replace view mart.public_names as
with
member as (
    select
        contest_no,
        entry_no,
        max(batch_no) as batch_no,
        count(*) filter (is_minor) as minors,
        count(*) filter (is_minor is null) as ages_unknown
    from fact.entry_member
    group by contest_no, entry_no
)

select
    -- ids
    entry.contest_no,
    contest.contest,
    entry.entry_no,
    entry.entry,

    -- who
    entry.name,
    entry.region,
    coalesce(public.naming, 'full') as naming,
    nullif(public.name, entry.name) as public_name,
    origin.contest as from_contest,
    origin.entry as from_entry,

    -- numbers
    entry.members,
    member.minors,
    member.ages_unknown
from fact.entry as entry
inner join member
    on member.contest_no = entry.contest_no
    and member.entry_no = entry.entry_no
inner join fact.contest as contest on contest.contest_no = entry.contest_no
left join fact.public_name as public
    on public.contest_no = entry.contest_no
    and public.entry_no = entry.entry_no
    and public.batch_no = member.batch_no
left join fact.passed_naming as passed
    on passed.contest_no = entry.contest_no
    and passed.entry_no = entry.entry_no
    and passed.batch_no = member.batch_no
    and passed.naming = public.naming
left join fact.registered as origin
    on origin.contest_no = passed.from_contest_no
    and origin.entry_no = passed.from_entry_no
where fact.is_staff_of(entry.contest_no);

comment on view mart.public_names is
    'How the public reads the names of each entry, and what is known of ages.';
comment on column mart.public_names.contest_no is 'Physical key of the contest.';
comment on column mart.public_names.contest is 'Contest id.';
comment on column mart.public_names.entry_no is 'Key of the entry inside its contest.';
comment on column mart.public_names.entry is 'Entry id, unique inside its contest.';
comment on column mart.public_names.name is 'Full name; the members of a team; null once erased.';
comment on column mart.public_names.region is 'ISO code of the own region, or member code.';
comment on column mart.public_names.naming is
    'What was decided: short (all names), minors, or full.';
comment on column mart.public_names.public_name is
    'Name as the public reads it; null: in full.';
comment on column mart.public_names.from_contest is
    'The contest where that was decided about the entry this one comes from; null: here.';
comment on column mart.public_names.from_entry is 'The entry there.';
comment on column mart.public_names.members is 'Persons.';
comment on column mart.public_names.minors is
    'Persons known to be minors on the contest''s first day.';
comment on column mart.public_names.ages_unknown is
    'Persons without a birth date in the sheet, or in a contest without days.';
