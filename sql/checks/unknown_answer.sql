-- unknown_answer: a criterion or document that the assessment sheets do not have.
-- kinds: candidates
-- source: rulebook B2, B5

select
    answer.source_row,
    answer.source_column,
    answer.criterion_found as found
from staged_answer as answer
semi join ref.vacancy_rule as rule on rule.ruleset_hash = answer.ruleset_hash
where not answer.is_known and answer.matches = 0 and answer.criterion_found is not null
order by answer.source_row;
