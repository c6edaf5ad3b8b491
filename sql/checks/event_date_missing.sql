-- event_date_missing: an achievement without its date: the window cannot be checked.
-- kinds: candidates
-- source: rulebook VC-13

select
    answer.source_row,
    coalesce(named.source_column, answer.source_column) as source_column,
    answer.option as found
from staged_answer as answer
inner join ref.vacancy_option as line
    on line.ruleset_hash = answer.ruleset_hash
    and line.variant = 'default'
    and line.form = answer.form
    and line.criterion = answer.criterion
    and line.option = answer.option
left join staged_column as named on named.field = 'event_date'
where line.is_windowed and answer.event_date is null
order by answer.source_row;
