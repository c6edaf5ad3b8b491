-- erase: destroys names and keys: of the persons, of the files they stand in, and of their papers.
-- Parameters: names, batches, contests and entries (side by side). Results stay under the entry.
-- source: LEDGER "Tables" (the chain covers salted digests only, so that it holds without the names)

delete from private.name
where list_contains($names, name_no);

delete from private.contact
where list_contains($names, name_no);

delete from private.key
where list_contains($names, name_no);

delete from private.file_key
where
    file_sha256 in (
        select batch.file_sha256
        from ledger.batch as batch
        where list_contains($batches, batch.batch_no)
    );

delete from private.document
where
    document in (
        select issued.document
        from ledger.document as issued
        inner join (
            select
                unnest($contests::integer[]) as contest_no,
                unnest($entries::integer[]) as entry_no
        ) as erased
            on erased.contest_no = issued.for_contest_no
            and erased.entry_no = issued.entry_no
    );

update private.shown_entry as shown
set
    name = now.name,
    public_name = now.public_name
from audit.shown_entry as now
where
    now.contest_no = shown.contest_no
    and now.entry_no = shown.entry_no
    and now.batch_no = shown.batch_no
    and list_contains($batches, shown.batch_no)
    and now.name is distinct from shown.name;

insert into app.erasure
select getvariable('as_of')::integer;
