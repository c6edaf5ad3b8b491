-- head: up to which batch a contest is published, by which rules.

select
    contest.contest_no,
    contest.contest,
    publication.published_batch_no,
    batch.sha256 as head_sha256,
    contest.ruleset_hash,
    ruleset.ruleset,
    ruleset.engine,
    ruleset.content
from fact.contest as contest
inner join fact.publication as publication on publication.contest_no = contest.contest_no
inner join ledger.batch as batch on batch.batch_no = publication.published_batch_no
inner join ref.ruleset as ruleset on ruleset.ruleset_hash = contest.ruleset_hash
where contest.contest_no = $contest_no
