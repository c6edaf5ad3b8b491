-- A decision that changes the ruleset writes the contest anew, with the other ruleset; undoing it
-- brings the former fact back. Copies the ruleset when it is used for the first time.
-- source: CONTRACTS "Ids" (a contest pins the ruleset's hash; changing it is a decision)

insert into ledger.contest_fact
select
    contest.contest_no,
    getvariable('as_of')::integer as batch_no,
    decision.source_sheet,
    decision.source_row,
    decision.source_column,
    contest.programme,
    contest.season,
    contest.level,
    contest.region,
    contest.organisation,
    contest.stream,
    contest.unit,
    contest.edition,
    ruleset.ruleset_hash,
    contest.starts_on,
    contest.ends_on,
    contest.host,
    contest.max_entries,
    contest.is_archive
from ledger.decision as decision
inner join fact.contest as contest on contest.contest_no = decision.contest_no
inner join ref.ruleset as ruleset on decision.value in (ruleset.ruleset, ruleset.ruleset_hash)
where
    decision.batch_no = getvariable('as_of')::integer
    and decision.kind = 'ruleset'
    and decision.entry_no is null;

insert into ledger.ruleset
select distinct
    ruleset.ruleset_hash,
    ruleset.ruleset,
    getvariable('as_of')::integer as batch_no,
    ruleset.content
from ref.ruleset as ruleset
semi join ledger.contest_fact as fact
    on fact.ruleset_hash = ruleset.ruleset_hash
    and fact.batch_no = getvariable('as_of')::integer
anti join ledger.ruleset as kept on kept.ruleset_hash = ruleset.ruleset_hash;
