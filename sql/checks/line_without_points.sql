-- line_without_points: a line that the sheet has no points for: the commission names another.
-- kinds: candidates
-- source: rulebook VC-Q07

select
    answer.source_row,
    named.source_column,
    answer.option_found as found,
    answer.options
from staged_answer as answer
inner join ref.vacancy_option as line
    on line.ruleset_hash = answer.ruleset_hash
    and line.variant = 'default'
    and line.form = answer.form
    and line.criterion = answer.criterion
    and line.option = answer.option
left join staged_column as named on named.field = 'option'
where line.points is null
order by answer.source_row;
