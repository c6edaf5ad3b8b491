-- audit.shown_entry: how each sheet shows its entries, reckoned from its members, their names and
-- what was decided about names in public.
-- grain: one row per contest_no, entry_no, batch_no; whether the batch is in force or not
-- source: CONTRACTS "Sheet formats" (entries: one row a member; the first row of an entry speaks for
-- all of it); docs/personal.md (minors' names in public)

create or replace view audit.shown_entry as
with
entry as (
    select
        member.contest_no,
        member.entry_no,
        member.batch_no,
        list({'source_row': member.source_row, 'name_no': member.name_no, 'name': name.name})
            filter (where name.name is not null)
            as named,  -- an ordered string_agg sorts each of 10,000 entries by itself: 10 times slower
        arg_min(member.region, member.source_row) as region,
        arg_min(member.organisation, member.source_row) as organisation,
        count(*)::integer as members,
        bool_or(member.is_guest) as is_guest,
        arg_min(member.status, member.source_row) as status
    from ledger.entry_fact as member
    left join private.name as name on name.name_no = member.name_no
    group by member.contest_no, member.entry_no, member.batch_no
)

select
    entry.contest_no,
    entry.entry_no,
    entry.batch_no,
    array_to_string(list_transform(list_sort(entry.named), lambda one: one.name), ', ') as name,
    public.naming,
    nullif(
        public.name,
        array_to_string(list_transform(list_sort(entry.named), lambda one: one.name), ', ')
    ) as public_name,
    entry.region,
    entry.organisation,
    entry.members,
    entry.is_guest,
    entry.status
from entry
left join fact.public_name as public
    on public.contest_no = entry.contest_no
    and public.entry_no = entry.entry_no
    and public.batch_no = entry.batch_no;

comment on view audit.shown_entry is
    'How each sheet shows its entries, reckoned from its members and their names.';
comment on column audit.shown_entry.contest_no is 'Physical key of the contest.';
comment on column audit.shown_entry.entry_no is 'Key of the entry inside its contest.';
comment on column audit.shown_entry.batch_no is 'The batch that brought the members.';
comment on column audit.shown_entry.name is
    'Name; the members of a team in the order of the sheet; null once erased.';
comment on column audit.shown_entry.naming is
    'Whose names the public reads short: short (all), minors; null: nobody''s.';
comment on column audit.shown_entry.public_name is 'Name as the public reads it; null: as name.';
comment on column audit.shown_entry.region is 'ISO code of the own region, or member code.';
comment on column audit.shown_entry.organisation is 'Own organisation.';
comment on column audit.shown_entry.members is 'Persons.';
comment on column audit.shown_entry.is_guest is 'Takes part outside the ranking.';
comment on column audit.shown_entry.status is 'active, absent, withdrawn or excluded.';
