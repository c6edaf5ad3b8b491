-- exam_groups: what the pages read of mart.exam_groups.

select
    season, scope, region, region_name, unit, unit_name, exams, colleges, examinees, absent,
    exempt, marked, mean, lowest, highest, reached, passports, numbered, blocked
from mart.exam_groups
order by season desc, scope, mean desc nulls last, region, unit
