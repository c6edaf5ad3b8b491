-- essay_not_due: an essay of a category that writes none.
-- kinds: selection
-- source: rulebook CS-25

with
known as (
    select
        contest,
        max(category) as category
    from (
        select
            contest,
            category
        from staged_known
        union all
        select
            contest,
            category
        from staged_result
    ) as said
    group by contest
)

select
    result.source_row,
    result.source_column,
    result.candidate as found,
    known.category
from staged_result as result
inner join known on known.contest = result.contest
anti join ref.selection_category as category
    on category.ruleset_hash = result.ruleset_hash
    and category.category = known.category
where result.step = 'essay' and known.category is not null
order by result.source_row;
