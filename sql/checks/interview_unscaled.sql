-- interview_unscaled: results for a contest whose interview has no scale.
-- kinds: selection
-- source: rulebook CS-Q05 (no built-in number), CS-41

select
    min(result.source_row) as source_row,
    null::varchar as source_column,
    result.contest as found
from staged_result as result
semi join ref.selection_rule as rule on rule.ruleset_hash = result.ruleset_hash
anti join score.reading_answer as answer
    on answer.contest_no = result.contest_no
    and answer.key = 'interview_max'
group by result.contest
order by source_row;
