-- Copies the checklist that centres are checked by, so that they can be recounted.
-- Reads ready_centre_item.
-- source: DESIGN 4 (rulesets in use are also copied into the ledger)

insert into ledger.ruleset
select distinct
    ruleset.ruleset_hash,
    ruleset.ruleset,
    getvariable('as_of')::integer as batch_no,
    ruleset.content
from ref.ruleset as ruleset
semi join ready_centre_item as ready on ready.ruleset_hash = ruleset.ruleset_hash
anti join ledger.ruleset as kept on kept.ruleset_hash = ruleset.ruleset_hash;
