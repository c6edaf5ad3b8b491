-- judgement_spread: judges of one judgement that are too far apart: a re-score is asked for.
-- kinds: marks
-- needs: staged_apart
-- source: rulebook WM-06

with
apart as (
    select
        thing,
        min(points) as lowest,
        max(points) as highest,
        max(source_row) as source_row
    from staged_judged
    where kind = 'J'
    group by thing
    having max(points) - min(points) > any_value(allowed_spread)
)

select
    staged.source_row,
    max_by(staged.source_column, (length(staged.source_column), staged.source_column))
        as source_column,
    max_by(staged.mark, (length(staged.source_column), staged.source_column)) as found,
    staged.entry,
    staged.aspect,
    apart.lowest,
    apart.highest
from apart
inner join staged_apart as staged on staged.source_row = apart.source_row
group by staged.source_row, staged.entry, staged.aspect, apart.lowest, apart.highest
order by staged.source_row;
