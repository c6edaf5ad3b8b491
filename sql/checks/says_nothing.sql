-- says_nothing: a row with neither points nor a state, a violation or a time.
-- kinds: selection
-- source: rulebook CS-39 (a missing mark is not a zero)

select
    source_row,
    (
        select named.source_column
        from staged_column as named
        where named.field = 'score'
    ) as source_column,
    null::varchar as found,
    step
from staged_result
where
    step is not null
    and score is null
    and status is null
    and violation_found is null
    and happened_at is null
    and member is null
order by source_row;
