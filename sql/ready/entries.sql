-- The members of entries, as the appender takes them.
-- source: CONTRACTS "Sheet formats" (one row a member)

create or replace temp view ready_contest as
select distinct contest
from staged
where contest is not null;

create or replace temp view ready_entry_fact as
select
    contest,
    source_row,
    source_column,
    entry,
    name,
    person,
    region,
    organisation,
    coalesce(guest = 'true', false) as is_guest,
    coalesce(status, 'active') as status,
    birth_date as contact_birth_date
from staged;
