-- duplicate_row: a second row for the same thing, as a second mark of one judge.
-- kinds: all
-- source: CONTRACTS "Words" (an entry is unique within a contest)

with
repeated as (
    select
        key,
        min(source_row) as first_row
    from staged_key
    where key is not null
    group by key
    having count(*) > 1
)

select
    staged_key.source_row,
    staged_key.source_column,
    replace(staged_key.key, chr(31), ' · ') as found,
    repeated.first_row::varchar as first_row
from staged_key
inner join repeated on repeated.key = staged_key.key
where staged_key.source_row > repeated.first_row
order by staged_key.source_row;
