-- region_organisations: what the pages read of mart.region_organisations, one region.

select
    season, organisation, kind, students, entries, medals, medal_points, exams, examinees,
    entries_before, medal_points_before, medal_points_change, examinees_before,
    is_on_record
from mart.region_organisations
where region = $region
order by season desc, medal_points desc, entries desc, examinees desc, organisation collate kk
