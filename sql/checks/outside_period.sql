-- outside_period: a selection announced when its rules do not hold.
-- kinds: contests
-- source: rulebook CS-01 (CS-E01)

select
    staged.source_row,
    (
        select named.source_column
        from staged_column as named
        where named.field = 'starts_on'
    ) as source_column,
    staged.starts_on::varchar as found,
    rule.starts_on::varchar as first_day,
    rule.ends_on::varchar as last_day
from staged_contest as staged
inner join ref.selection_rule as rule
    on rule.ruleset_hash = staged.ruleset_hash
    and rule.variant = 'default'
where staged.starts_on not between rule.starts_on and rule.ends_on
order by staged.source_row;
