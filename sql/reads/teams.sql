-- teams: what the pages read of mart.teams.

select
    season, programme, level, stream, region, region_name,
    gold, silver, bronze, medallion, entries,
    skills, medal_points, average_medal_points, scale_points, average_scale_points,
    place_medal_points, place_average_medal_points, place_scale_points,
    place_average_scale_points
from mart.teams
order by season desc, programme, level, stream, place_medal_points, region
