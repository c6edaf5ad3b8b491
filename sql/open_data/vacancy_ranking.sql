-- vacancy_ranking: the candidates of each post, by their codes.

select
    ranking.contest, ranking.candidate, ranking.place, ranking.is_tied, ranking.verified,
    ranking.complete, ranking.proposal, ranking.decision
from mart.vacancy_ranking as ranking
inner join mart.contests as contest on contest.contest_no = ranking.contest_no
where contest.season = $season
order by ranking.contest, ranking.place nulls last, ranking.candidate
