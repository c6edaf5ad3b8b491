-- two_categories: a category that another row of the contest says otherwise: a contest is for one post.
-- kinds: selection
-- source: rulebook CS-25

with
said as (
    select
        contest,
        category,
        0 as source_row
    from staged_known
    where category is not null
    union all
    select
        contest,
        category,
        source_row
    from staged_result
    where category is not null
),

first_said as (
    select
        contest,
        arg_min(category, source_row) as category
    from said
    group by contest
)

select
    result.source_row,
    (
        select named.source_column
        from staged_column as named
        where named.field = 'category'
    ) as source_column,
    result.category as found,
    first_said.category as other
from staged_result as result
inner join first_said on first_said.contest = result.contest
where result.category <> first_said.category
order by result.source_row;
