-- iin_as_number: twelve figures in place of a personal number: an IIN names the person.
-- kinds: selection
-- source: rulebook CS-12, CS-40

select
    source_row,
    (
        select named.source_column
        from staged_column as named
        where named.field = 'candidate'
    ) as source_column,
    left(candidate, 2) || '**********' as found
from staged_result
where regexp_full_match(candidate, '\d{12}')
order by source_row;
