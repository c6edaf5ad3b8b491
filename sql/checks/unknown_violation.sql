-- unknown_violation: a violation that is neither V1 to V7 nor a thing the rules name.
-- kinds: selection
-- source: rulebook CS-03, CS-04

select
    source_row,
    (
        select named.source_column
        from staged_column as named
        where named.field = 'violation'
    ) as source_column,
    violation_found as found
from staged_result
where violation is null and violation_found is not null and step is not null
order by source_row;
