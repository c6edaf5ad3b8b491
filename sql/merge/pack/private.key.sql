-- Keys of the contacts that the venue's batches brought.

select
    name_no,
    key
from private.key
where name_no >= (getvariable('base')::bigint + 1) * 10000000
