-- seasons: how many contests and participants each season had.

select
    season,
    programme,
    level,
    count(*) as contests,
    sum(entries) as participants
from contests
group by season, programme, level
order by season desc, programme, level
