-- unknown_option: a line that the criterion does not have.
-- kinds: candidates
-- source: rulebook B2

select
    answer.source_row,
    named.source_column,
    answer.option_found as found,
    answer.criterion,
    answer.options
from staged_answer as answer
left join staged_column as named on named.field = 'option'
where answer.form is not null and answer.option is null and answer.option_found is not null
order by answer.source_row;
