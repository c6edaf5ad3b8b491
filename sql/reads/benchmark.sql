-- benchmark: what the pages read of mart.benchmark.

select
    programme, season, level, stream, region, region_name, organisation, entries, winners,
    gold, silver, bronze, medallion, medal_points, skills, skills_held, points_per_skill,
    skills_share, entries_before, medal_points_before, medal_points_change
from mart.benchmark
order by season desc, programme, level, stream, medal_points desc, region, organisation collate kk
