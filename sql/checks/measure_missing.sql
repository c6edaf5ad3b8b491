-- measure_missing: lines that a measure chooses between, without the measure.
-- kinds: candidates
-- source: rulebook VC-12

select
    answer.source_row,
    coalesce(named.source_column, answer.source_column) as source_column,
    answer.option_found as found,
    answer.criterion
from staged_answer as answer
left join staged_column as named on named.field = 'count'
where
    answer.amount is null
    and (
        answer.criterion like 'service_%'
        or exists (
            select 1
            from ref.vacancy_option as line
            where
                line.ruleset_hash = answer.ruleset_hash
                and line.form = answer.form
                and line.criterion = answer.criterion
                and line.family = answer.option
        )
    )
order by answer.source_row;
