-- readiness: what the pages read of mart.readiness.

select
    contest_no, contest, region, unit, problem, number, severity, owner, due, is_waivable,
    waived_by
from mart.readiness
order by due nulls last, contest_no, problem
