-- Appends members of entries, with a salted digest instead of what is personal.
-- Reads ready_entry_fact; leaves ready_contact for encryption.
-- source: LEDGER "Tables" (the chain covers salted digests only)

create or replace temp table named_entry_fact as
select
    ready.contest,
    ready.source_row,
    ready.source_column,
    ready.entry,
    ready.person,
    ready.region,
    ready.organisation,
    ready.is_guest,
    ready.status,
    coalesce(ready.name, ready.entry) as name,
    ready.contact_birth_date,
    ready.is_minor,
    uuid()::varchar as salt,
    getvariable('as_of')::bigint * 10000000
    + row_number() over (order by ready.source_row, ready.entry, ready.name) as name_no
from ready_entry_fact as ready;

insert into private.name by name
select
    name_no,
    salt,
    name,
    score.folded_name(name) as folded
from named_entry_fact;

insert into ledger.entry_fact
select
    contest.contest_no,
    getvariable('as_of')::integer as batch_no,
    getvariable('sheet')::varchar as source_sheet,
    named.source_row,
    named.source_column,
    registry.entry_no,
    named.name_no,
    sha256(concat_ws(chr(31), named.salt, named.name)) as personal_digest,
    named.person,
    named.region,
    named.organisation,
    coalesce(named.is_guest, false) as is_guest,
    coalesce(named.status, 'active') as status,
    named.is_minor
from named_entry_fact as named
inner join ledger.contest as contest on contest.contest = named.contest
inner join ledger.entry as registry
    on registry.contest_no = contest.contest_no
    and registry.entry = named.entry
order by contest.contest_no, named.source_row;

create or replace temp table ready_contact as
select
    name_no,
    'birth_date' as field,
    contact_birth_date as value
from named_entry_fact
where contact_birth_date is not null;
