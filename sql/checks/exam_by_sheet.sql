-- exam_by_sheet: marks or scores for a demonstration exam, whose points come by a sheet of exams.
-- kinds: marks, scores
-- source: rulebook DE-10, DE-11

select
    null::integer as source_row,
    null::varchar as source_column,
    contest.contest as found
from known_contest as contest
inner join ref.exam_rule as rule on rule.ruleset_hash = contest.ruleset_hash
order by contest.contest;
