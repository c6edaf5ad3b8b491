-- unknown_step: a step that the rules do not have.
-- kinds: selection
-- source: rulebook C1

select
    result.source_row,
    result.source_column,
    result.step_found as found
from staged_result as result
semi join ref.selection_rule as rule on rule.ruleset_hash = result.ruleset_hash
where result.step is null and result.step_found is not null
order by result.source_row;
