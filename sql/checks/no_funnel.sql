-- no_funnel: results of steps for a contest whose rules have no steps.
-- kinds: selection
-- source: rulebook C1

select
    min(staged.source_row) as source_row,
    null::varchar as source_column,
    contest.contest as found
from staged
inner join known_contest as contest on contest.contest = staged.contest
anti join ref.selection_rule as rule on rule.ruleset_hash = contest.ruleset_hash
group by contest.contest
order by source_row;
