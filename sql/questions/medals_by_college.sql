-- medals_by_college: what the participants of each college won.

select
    organisation,
    count(*) filter (where award in ('gold', 'winner')) as gold,
    count(*) filter (where award in ('silver', 'prize_2')) as silver,
    count(*) filter (where award in ('bronze', 'prize_3')) as bronze,
    count(*) as participants
from results
where organisation is not null
group by organisation
order by gold desc, silver desc, bronze desc, organisation
