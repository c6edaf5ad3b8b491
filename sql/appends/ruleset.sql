-- Copies rulesets that are used for the first time, so that old results can be recounted.
-- Reads ready_contest_fact.
-- source: DESIGN 4 (rulesets in use are also copied into the ledger)

insert into ledger.ruleset
select distinct
    ruleset.ruleset_hash,
    ruleset.ruleset,
    getvariable('as_of')::integer as batch_no,
    ruleset.content
from ref.ruleset as ruleset
semi join ready_contest_fact as ready on ready.ruleset_hash = ruleset.ruleset_hash
anti join ledger.ruleset as kept on kept.ruleset_hash = ruleset.ruleset_hash;
