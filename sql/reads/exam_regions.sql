-- exam_regions: what the pages read of mart.exam_regions.

select
    season, region, region_name, exams, wsk_exams, examinees, students, passports, numbered,
    blocked, colleges, colleges_known, college_share, introduced, introduced_of
from mart.exam_regions
order by season desc, college_share desc nulls last, region
