-- What changes between the former batch and the sheet: rows of the sheet first, in its order.

with
new_keys as (
    select
        key,
        min(source_row) as source_row,
        string_agg(value, ' · ') as summary
    from diff_new
    group by key
),

old_keys as (
    select
        key,
        string_agg(value, ' · ') as summary
    from diff_old
    group by key
)

select
    'added' as change,
    new_keys.key,
    null::varchar as field,
    null::varchar as old,
    new_keys.summary as new,
    new_keys.source_row
from new_keys
anti join old_keys on old_keys.key = new_keys.key

union all

select
    'changed' as change,
    diff_new.key,
    diff_new.field,
    diff_old.value as old,
    diff_new.value as new,
    diff_new.source_row
from diff_new
inner join diff_old
    on diff_old.key = diff_new.key
    and diff_old.field = diff_new.field
where diff_new.value is distinct from diff_old.value

union all

select
    'removed' as change,
    old_keys.key,
    null::varchar as field,
    old_keys.summary as old,
    null::varchar as new,
    null::integer as source_row
from old_keys
anti join new_keys on new_keys.key = old_keys.key
order by source_row nulls last, key, field;
