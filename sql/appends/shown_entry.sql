-- Keeps how this batch shows its entries: boards and lists read it, and join no names.
-- Runs after entry_fact.sql.

insert into private.shown_entry by name
select
    contest_no,
    entry_no,
    batch_no,
    name,
    naming,
    public_name,
    region,
    organisation,
    members,
    is_guest,
    status
from audit.shown_entry
where batch_no = getvariable('as_of')::integer
order by contest_no, entry_no;
