-- Names that the venue's batches brought; the number of a name begins with that of its batch.

select
    name_no,
    salt,
    name,
    folded
from private.name
where name_no >= (getvariable('base')::bigint + 1) * 10000000
