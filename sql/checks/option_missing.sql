-- option_missing: points without the line they are for.
-- kinds: candidates
-- source: rulebook VC-11

select
    answer.source_row,
    coalesce(named.source_column, answer.source_column) as source_column,
    coalesce(answer.verified, answer.claimed)::varchar as found,
    answer.criterion,
    answer.options
from staged_answer as answer
left join staged_column as named on named.field = 'option'
where
    answer.form is not null
    and answer.option is null
    and answer.option_found is null
    and coalesce(answer.verified, answer.claimed) > 0
order by answer.source_row;
