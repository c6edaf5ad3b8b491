-- wrong_form: a sheet that does not fit the service of the candidate; where no service is said,
-- nothing is said of the sheet either.
-- kinds: candidates
-- source: rulebook VC-08 (the sheet counts as handed in)

with
candidate as (
    select
        answer.contest,
        answer.entry,
        answer.ruleset_hash,
        min(answer.source_row) filter (answer.form is not null) as source_row,
        min(answer.form) as form,
        max(answer.amount) filter (answer.criterion = rule.sheet_by) as service
    from staged_answer as answer
    inner join ref.vacancy_rule as rule
        on rule.ruleset_hash = answer.ruleset_hash
        and rule.variant = 'default'
    group by answer.contest, answer.entry, answer.ruleset_hash
)

select
    candidate.source_row,
    named.source_column,
    candidate.form::varchar as found,
    if(candidate.service > 0, 17, 18) as expected
from candidate
left join staged_column as named on named.field = 'form'
where
    candidate.service is not null
    and candidate.form <> if(candidate.service > 0, 17, 18)
order by candidate.source_row;
