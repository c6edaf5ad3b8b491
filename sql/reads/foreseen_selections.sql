-- foreseen_selections: what a correction may change of the last step of mart.selection.

select
    unnest(['place', 'total', 'seat']) as field,
    contest_no,
    contest,
    entry_no,
    candidate as entry,
    name,
    null::varchar as region,
    null::varchar as what,
    null::varchar as number,
    unnest([place::varchar, total::varchar, status]) as value
from mart.selection
where
    list_contains($contests, contest_no)
    and step = 'result'
