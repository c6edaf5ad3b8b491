-- radar: what the pages read of mart.radar, in the columns of readiness; nobody waives any of it.

select
    contest_no, contest, region, unit, problem, number, severity, owner, due,
    false as is_waivable, null::varchar as waived_by
from mart.radar
order by due nulls last, contest_no, problem
