-- How each sheet shows its entries, one row an entry: the names of a team in one text, the region and
-- the organisation of its first member. It is written with the sheet, from the same facts, because
-- every board and every list asks for it; audit.shown_entry says what it must be. Sheets of former
-- versions are completed here. Only what DuckLake has too.

create table private.shown_entry (
    contest_no integer not null,
    entry_no integer not null,
    batch_no integer not null,
    name varchar,  -- null: erased
    region varchar,
    organisation varchar,
    members integer not null,
    is_guest boolean not null,
    status varchar not null
);

insert into private.shown_entry
select
    entry.contest_no,
    entry.entry_no,
    entry.batch_no,
    array_to_string(
        list_transform(
            list_sort(
                list(
                    {'source_row': entry.source_row, 'name_no': entry.name_no, 'name': name.name}
                ) filter (where name.name is not null)
            ),
            lambda one: one.name
        ),
        ', '
    ),
    arg_min(entry.region, entry.source_row),
    arg_min(entry.organisation, entry.source_row),
    count(*)::integer,
    bool_or(entry.is_guest),
    arg_min(entry.status, entry.source_row)
from ledger.entry_fact as entry
left join private.name as name on name.name_no = entry.name_no
group by entry.contest_no, entry.entry_no, entry.batch_no
order by entry.batch_no, entry.contest_no, entry.entry_no;
