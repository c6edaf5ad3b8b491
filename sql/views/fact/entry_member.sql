-- fact.entry_member: the people of each entry, by the newest sheet that names the entry.
-- grain: one row per contest_no, entry_no, name_no
-- source: CONTRACTS "Sheet formats" (entries: one row a member; scores and archive create theirs);
-- docs/personal.md (minors' names). Persons are told apart by the full name, whoever reads: a
-- public number must not be another one

create or replace view fact.entry_member as
with
in_force as (
    select
        entry.contest_no,
        entry.entry_no,
        max(entry.batch_no) as batch_no,
        arg_max_null(entry.naming, entry.batch_no) as naming
    from private.shown_entry as entry
    inner join fact.batch as batch
        on batch.contest_no = entry.contest_no
        and batch.batch_no = entry.batch_no
    group by entry.contest_no, entry.entry_no
)

select
    entry.contest_no,
    entry.batch_no,
    entry.entry_no,
    entry.name_no,
    fact.shown_name(
        entry.contest_no,
        entry.entry_no,
        name.name,
        if(score.is_short(in_force.naming, entry.is_minor), score.short_name(name.name), null)
    ) as name,
    name.folded,
    entry.person,
    entry.region,
    entry.organisation,
    entry.is_guest,
    entry.status,
    entry.is_minor,
    entry.source_sheet,
    entry.source_row,
    entry.source_column
from in_force
inner join ledger.entry_fact as entry
    on entry.contest_no = in_force.contest_no
    and entry.entry_no = in_force.entry_no
    and entry.batch_no = in_force.batch_no
left join private.name as name on name.name_no = entry.name_no;

comment on view fact.entry_member is 'The people of each entry.';
comment on column fact.entry_member.contest_no is 'Physical key of the contest.';
comment on column fact.entry_member.batch_no is 'The batch that brought the fact.';
comment on column fact.entry_member.entry_no is 'Key of the entry inside its contest.';
comment on column fact.entry_member.name_no is 'Key of the private name.';
comment on column fact.entry_member.name is 'Name, as the reader may read it; null once erased.';
comment on column fact.entry_member.folded is
    'Full name folded (score.folded_name), for telling persons apart; nothing shows it.';
comment on column fact.entry_member.person is 'Person id of the sheet.';
comment on column fact.entry_member.region is 'ISO code of the own region, or member code.';
comment on column fact.entry_member.organisation is 'Own organisation.';
comment on column fact.entry_member.is_guest is 'Out of ranking.';
comment on column fact.entry_member.status is 'active, absent, withdrawn or excluded.';
comment on column fact.entry_member.is_minor is
    'A minor on the contest''s first day; null: not known.';
comment on column fact.entry_member.source_sheet is 'Sheet of the file.';
comment on column fact.entry_member.source_row is 'Row or line of the file.';
comment on column fact.entry_member.source_column is 'Column letter of the file.';
