-- member_twice: one member of the commission written in two ways for the same candidate and step.
-- kinds: selection
-- source: rulebook CS-28 (each member marks once)

select
    max(source_row) as source_row,
    (
        select named.source_column
        from staged_column as named
        where named.field = 'member'
    ) as source_column,
    arg_max(member, source_row) as found,
    arg_min(member, source_row) as other,
    candidate
from staged_result
where member is not null and step is not null
group by contest, candidate, step, part, score.folded(member)
having count(distinct member) > 1
order by source_row;
