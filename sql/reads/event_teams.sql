-- event_teams: what the pages read of mart.teams, one season or one event of it.

select
    season, programme, level, stream, region, region_name,
    gold, silver, bronze, medallion, entries,
    skills, medal_points, average_medal_points, scale_points, average_scale_points,
    place_medal_points, place_average_medal_points, place_scale_points,
    place_average_scale_points
from mart.teams
where
    season = $season
    and programme = coalesce($programme, programme)
    and level = coalesce($level, level)
order by programme, level, stream, place_medal_points, region
