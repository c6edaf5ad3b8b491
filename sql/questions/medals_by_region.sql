-- medals_by_region: what the participants of each region won.

select
    regions.name_kk as region,
    count(*) filter (where results.award in ('gold', 'winner')) as gold,
    count(*) filter (where results.award in ('silver', 'prize_2')) as silver,
    count(*) filter (where results.award in ('bronze', 'prize_3')) as bronze,
    count(*) filter (where results.award = 'medallion') as medallion,
    count(*) as participants
from results
inner join regions on regions.region = results.region
group by regions.name_kk
order by gold desc, silver desc, bronze desc, medallion desc, regions.name_kk
