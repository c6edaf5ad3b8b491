-- foreseen_exams: what a correction may change of the points of mart.passports.

select
    'total' as field,
    contest_no,
    contest,
    entry_no,
    examinee as entry,
    name,
    region,
    null::varchar as what,
    null::varchar as number,
    score::varchar as value
from mart.passports
where list_contains($contests, contest_no)
