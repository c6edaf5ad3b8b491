-- sum_not_total: criteria that do not add up to the total of the row.
-- kinds: scores
-- source: CONTRACTS "Sheet formats" (sum = total)

with
added as (
    select
        source_row,
        sum(try_cast(points as decimal(18, 3))) as points
    from staged_point
    group by source_row
)

select
    staged.source_row,
    staged.source_column,
    raw.total as found,
    coalesce(added.points, 0) as sum
from staged
inner join staged_raw as raw on raw.source_row = staged.source_row
left join added on added.source_row = staged.source_row
where
    exists (select 1 from staged_column as criteria where criteria.field = 'points')
    and try_cast(staged.total as decimal(18, 3)) <> coalesce(added.points, 0)
order by staged.source_row;
