-- foreseen_names: what a decision may change of mart.public_names, one value a row.

select
    'name' as field,
    contest_no,
    contest,
    entry_no,
    entry,
    name,
    region,
    null::varchar as what,
    null::varchar as number,
    public_name as value
from mart.public_names
where list_contains($contests, contest_no)
