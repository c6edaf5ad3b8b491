-- Contacts that the venue's batches brought: ciphers.

select
    name_no,
    field,
    cipher
from private.contact
where name_no >= (getvariable('base')::bigint + 1) * 10000000
