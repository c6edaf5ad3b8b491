-- foreseen_results: what a correction may change of mart.leaderboard, one value a row.

select
    unnest(['place', 'award', 'total']) as field,
    contest_no,
    contest,
    entry_no,
    entry,
    name,
    region,
    null::varchar as what,
    null::varchar as number,
    unnest([place::varchar, award, total::varchar]) as value
from mart.leaderboard
where list_contains($contests, contest_no)
