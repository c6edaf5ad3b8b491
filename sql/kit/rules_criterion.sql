-- rules_criterion: the criteria of the sheet.

select ruleset_hash, sheet, ord, criterion, max_points, is_used
from ref.criterion
where ruleset_hash = $ruleset_hash
order by sheet, ord, criterion
