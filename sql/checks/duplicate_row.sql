-- duplicate_row: a second row for the same thing, as a second mark of one judge.
-- kinds: all
-- source: CONTRACTS "Words" (an entry is unique within a contest)

with
things as (
    select thing
    from staged_key
    group by thing
    having count(*) > 1
),

suspects as (
    select
        staged_key.source_row,
        staged_key.source_column,
        staged_key.key
    from staged_key
    semi join things on things.thing = staged_key.thing
),

repeated as (
    select
        key,
        min(source_row) as first_row
    from suspects
    group by key
    having count(*) > 1
)

select
    suspects.source_row,
    suspects.source_column,
    rtrim(replace(suspects.key, chr(31), ' · '), ' ·') as found,
    repeated.first_row::varchar as first_row
from suspects
inner join repeated on repeated.key = suspects.key
where suspects.source_row > repeated.first_row
order by suspects.source_row;
