-- judgement_spread: judges of one judgement that are too far apart: a re-score is asked for.
-- kinds: marks
-- source: rulebook WM-06

with
spread as (
    select
        contest,
        entry,
        name,
        min(points) as lowest,
        max(points) as highest
    from staged_value
    where kind = 'J'
    group by contest, entry, name
    having max(points) - min(points) > any_value(allowed_spread)
)

select
    last.source_row,
    last.source_column,
    last.found,
    spread.entry,
    spread.name as aspect,
    spread.lowest,
    spread.highest
from spread
inner join staged_value as last
    on last.contest = spread.contest
    and last.entry = spread.entry
    and last.name = spread.name
qualify row_number() over (
    partition by spread.contest, spread.entry, spread.name
    order by last.source_row desc, last.source_column desc
) = 1
order by last.source_row, last.source_column;
