-- benchmark_of_region: what the pages read of mart.benchmark, one region and its organisations.

select
    stream, region, region_name, organisation, entries, winners, gold, silver, bronze,
    medallion, medal_points, skills, skills_held, points_per_skill, skills_share,
    entries_before, medal_points_before, medal_points_change, points_per_skill_before
from mart.benchmark
where
    programme = $programme
    and season = $season
    and level = $level
    and region = $region
order by stream <> 'wsk', stream, organisation collate kk nulls first, medal_points desc
