-- teams: medals and points of each region or member.

select
    programme, season, level, stream, region, gold, silver, bronze, medallion, entries, skills,
    medal_points, average_medal_points, scale_points, average_scale_points, place_medal_points,
    place_average_medal_points, place_scale_points, place_average_scale_points
from mart.teams
where season = $season
order by programme, level, stream, region
