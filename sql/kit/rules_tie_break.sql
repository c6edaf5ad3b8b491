-- rules_tie_break: the criteria that tell a shared first place apart.

select ruleset_hash, step, criterion
from ref.tie_break
where ruleset_hash = $ruleset_hash
order by step
