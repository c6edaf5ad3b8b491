-- unknown_part: a part that the step does not have.
-- kinds: selection
-- source: rulebook C2

select
    result.source_row,
    (
        select named.source_column
        from staged_column as named
        where named.field = 'part'
    ) as source_column,
    result.part_found as found,
    result.step,
    (
        select string_agg(part.part, ', ' order by part.ord)
        from ref.selection_part as part
        where part.ruleset_hash = result.ruleset_hash and part.step = result.step
    ) as parts
from staged_result as result
where
    result.step is not null
    and result.part_found is not null
    and not result.is_part_known
order by result.source_row;
