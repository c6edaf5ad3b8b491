-- rules_award_rule: the awards, the highest first.

select ruleset_hash, ord, award, rule, place, is_by_hand, medal_points, min_entries
from ref.award_rule
where ruleset_hash = $ruleset_hash
order by ord
