-- fact.entry: the competitors and teams of each contest.
-- grain: one row per contest_no, entry_no
-- source: rulebook WM-24 (a team is one entry); CONTRACTS "Words"

create or replace view fact.entry as
with
entry as (
    select
        contest_no,
        entry_no,
        list({'source_row': source_row, 'name_no': name_no, 'name': name})
            filter (where name is not null)
            as named,  -- an ordered string_agg sorts each of 10,000 entries by itself: 10 times slower
        arg_min(region, source_row) as region,
        arg_min(organisation, source_row) as organisation,
        count(*)::integer as members,
        bool_or(is_guest) as is_guest,
        arg_min(status, source_row) as status
    from fact.entry_member
    group by contest_no, entry_no
)

select
    entry.contest_no,
    entry.entry_no,
    registry.entry,
    array_to_string(list_transform(list_sort(entry.named), lambda one: one.name), ', ') as name,
    entry.region,
    entry.organisation,
    entry.members,
    entry.is_guest,
    entry.status
from entry
inner join ledger.entry as registry
    on registry.contest_no = entry.contest_no
    and registry.entry_no = entry.entry_no;

comment on view fact.entry is 'The competitors and teams of each contest.';
comment on column fact.entry.contest_no is 'Physical key of the contest.';
comment on column fact.entry.entry_no is 'Key of the entry inside its contest.';
comment on column fact.entry.entry is 'Entry id, unique inside its contest.';
comment on column fact.entry.name is 'Name; the members of a team in the order of the sheet.';
comment on column fact.entry.region is 'ISO code of the own region, or member code.';
comment on column fact.entry.organisation is 'Own organisation.';
comment on column fact.entry.members is 'Persons.';
comment on column fact.entry.is_guest is 'Out of ranking.';
comment on column fact.entry.status is 'active, absent, withdrawn or excluded.';
