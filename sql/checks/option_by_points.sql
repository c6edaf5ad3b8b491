-- option_by_points: points without the line they are for, where only one line has them.
-- kinds: candidates
-- source: rulebook VC-11

select
    answer.source_row,
    coalesce(named.source_column, answer.source_column) as source_column,
    coalesce(answer.verified, answer.claimed)::varchar as found,
    answer.criterion,
    answer.option
from staged_answer as answer
left join staged_column as named on named.field = 'option'
where answer.is_by_points
order by answer.source_row;
