-- not_registered: a registration without IIN, signature, acceptance of the rules or consent.
-- kinds: selection
-- source: rulebook CS-05 (CS-E53: not registered, nothing stored)

with
given as (
    select
        contest,
        candidate,
        ruleset_hash,
        min(source_row) as source_row,
        list(part) filter (coalesce(status, 'present') in ('present', 'passed')) as parts
    from staged_result
    where step = 'register'
    group by contest, candidate, ruleset_hash
)

select
    given.source_row,
    (
        select named.source_column
        from staged_column as named
        where named.field = 'part'
    ) as source_column,
    given.candidate as found,
    string_agg(part.part, ', ' order by part.ord) as missing
from given
inner join ref.selection_part as part
    on part.ruleset_hash = given.ruleset_hash
    and part.step = 'register'
where not list_contains(coalesce(given.parts, []), part.part)
group by given.source_row, given.candidate
order by given.source_row;
