-- measurement_disagrees: judges of one measurement with different marks: a re-score is asked for.
-- kinds: marks
-- source: CONTRACTS "Sheet formats" (several judges of one M aspect must agree)

with
different as (
    select
        contest,
        entry,
        name,
        min(points) as lowest,
        max(points) as highest
    from staged_value
    where kind = 'M'
    group by contest, entry, name
    having max(points) <> min(points)
)

select
    last.source_row,
    last.source_column,
    last.found,
    different.entry,
    different.name as aspect,
    different.lowest,
    different.highest
from different
inner join staged_value as last
    on last.contest = different.contest
    and last.entry = different.entry
    and last.name = different.name
qualify row_number() over (
    partition by different.contest, different.entry, different.name
    order by last.source_row desc, last.source_column desc
) = 1
order by last.source_row, last.source_column;
