-- fact.entry: the competitors and teams of each contest.
-- grain: one row per contest_no, entry_no
-- source: rulebook WM-24 (a team is one entry); CONTRACTS "Words"; docs/personal.md (minors' names)

create or replace view fact.entry as
with
in_force as (
    select
        entry.contest_no,
        entry.entry_no,
        max(entry.batch_no) as batch_no
    from private.shown_entry as entry
    inner join fact.batch as batch
        on batch.contest_no = entry.contest_no
        and batch.batch_no = entry.batch_no
    group by entry.contest_no, entry.entry_no
)

select
    entry.contest_no,
    entry.entry_no,
    registry.entry,
    fact.shown_name(entry.contest_no, entry.entry_no, entry.name, entry.public_name) as name,
    entry.region,
    entry.organisation,
    entry.members,
    entry.is_guest,
    entry.status
from in_force
inner join private.shown_entry as entry
    on entry.contest_no = in_force.contest_no
    and entry.entry_no = in_force.entry_no
    and entry.batch_no = in_force.batch_no
inner join ledger.entry as registry
    on registry.contest_no = entry.contest_no
    and registry.entry_no = entry.entry_no;

comment on view fact.entry is 'The competitors and teams of each contest.';
comment on column fact.entry.contest_no is 'Physical key of the contest.';
comment on column fact.entry.entry_no is 'Key of the entry inside its contest.';
comment on column fact.entry.entry is 'Entry id, unique inside its contest.';
comment on column fact.entry.name is
    'Name, as the reader may read it; the members of a team in the order of the sheet.';
comment on column fact.entry.region is 'ISO code of the own region, or member code.';
comment on column fact.entry.organisation is 'Own organisation.';
comment on column fact.entry.members is 'Persons.';
comment on column fact.entry.is_guest is 'Out of ranking.';
comment on column fact.entry.status is 'active, absent, withdrawn or excluded.';
