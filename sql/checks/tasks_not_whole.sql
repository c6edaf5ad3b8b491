-- tasks_not_whole: a number of tasks, words or days that is no whole number.
-- kinds: selection
-- source: rulebook C2

select
    source_row,
    (
        select named.source_column
        from staged_column as named
        where named.field = 'score'
    ) as source_column,
    score::varchar as found,
    coalesce(part, step) as part
from staged_result
where is_whole and step is not null and score <> floor(score)
order by source_row;
