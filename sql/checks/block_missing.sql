-- block_missing: one block of the ability test without the other: the step stays empty.
-- kinds: selection
-- source: rulebook CS-18 (never the points of one block alone)

with
given as (
    select
        contest,
        candidate,
        part,
        min(source_row) as source_row
    from staged_result
    where step = 'ability' and is_counted
    group by contest, candidate, part
    union all
    select
        contest,
        candidate,
        part,
        null as source_row
    from staged_known
    where step = 'ability'
)

select
    min(given.source_row) as source_row,
    (
        select named.source_column
        from staged_column as named
        where named.field = 'part'
    ) as source_column,
    given.candidate as found,
    any_value(given.part) as part
from given
where given.part in ('ability_text', 'ability_num')
group by given.contest, given.candidate
having count(distinct given.part) = 1 and min(given.source_row) is not null
order by source_row;
