-- points_not_as_rule: points that are not those of the line.
-- kinds: candidates
-- source: rulebook VC-09, B2 (points come from the line; written ones are compared)

with
written as (
    unpivot (
        select
            source_row,
            ruleset_hash,
            form,
            criterion,
            option,
            coalesce(amount, 1) as amount,
            claimed,
            verified
        from staged_answer
        where form is not null and option <> 'none'
    ) on claimed, verified into name field value points
)

select
    written.source_row,
    named.source_column,
    written.points::varchar as found,
    line.option,
    (line.points * if(line.is_each, written.amount, 1))::decimal(9, 3)::varchar as expected
from written
inner join ref.vacancy_option as line
    on line.ruleset_hash = written.ruleset_hash
    and line.variant = 'default'
    and line.form = written.form
    and line.criterion = written.criterion
    and line.option = written.option
inner join ref.vacancy_criterion as criterion
    on criterion.ruleset_hash = line.ruleset_hash
    and criterion.variant = line.variant
    and criterion.form = line.form
    and criterion.criterion = line.criterion
left join staged_column as named on named.field = written.field
where
    written.points > 0
    and written.points is distinct from criterion.cap
    and written.points <> line.points * if(line.is_each, written.amount, 1)
    and not (line.is_each and written.amount = 1 and written.points % nullif(line.points, 0) = 0)
order by written.source_row, written.field;
