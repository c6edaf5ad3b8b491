-- measurement_disagrees: judges of one measurement with different marks: a re-score is asked for.
-- kinds: marks
-- needs: staged_apart
-- source: CONTRACTS "Sheet formats" (several judges of one M aspect must agree)

with
apart as (
    select
        thing,
        min(points) as lowest,
        max(points) as highest,
        max(source_row) as source_row
    from staged_judged
    where kind = 'M'
    group by thing
    having max(points) <> min(points)
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
