-- Copies the rulesets of planned contests and events that are used for the first time.
-- Reads ready_ruleset_of_calendar.
-- source: DESIGN 4 (rulesets in use are also copied into the ledger)

insert into ledger.ruleset
select
    ruleset.ruleset_hash,
    ruleset.ruleset,
    getvariable('as_of')::integer as batch_no,
    ruleset.content
from ref.ruleset as ruleset
semi join ready_ruleset_of_calendar as ready on ready.ruleset_hash = ruleset.ruleset_hash
anti join ledger.ruleset as kept on kept.ruleset_hash = ruleset.ruleset_hash;
