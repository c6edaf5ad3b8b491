-- foreseen_start_lists: what a correction may change of mart.start_lists.

select
    'start_list' as field,
    contest_no,
    contest,
    entry_no,
    entry,
    name,
    region,
    next_contest as what,
    next_entry as number,
    standing as value
from mart.start_lists
where
    list_contains($contests, contest_no)
    or list_contains($contests, next_contest_no)
