-- kits: the published contests that are counted by points: of each there is a recount kit.

select contest.contest_no
from fact.contest as contest
inner join fact.publication as publication on publication.contest_no = contest.contest_no
inner join ref.ruleset as ruleset on ruleset.ruleset_hash = contest.ruleset_hash
where ruleset.engine = 'points'
