-- essay_too_long: an essay of more words than the rules allow: the commission is told.
-- kinds: selection
-- source: rulebook CS-26 (CS-E29)

select
    result.source_row,
    (
        select named.source_column
        from staged_column as named
        where named.field = 'score'
    ) as source_column,
    result.score::integer::varchar as found,
    step.words
from staged_result as result
inner join ref.selection_step as step
    on step.ruleset_hash = result.ruleset_hash
    and step.step = result.step
where result.part = 'words' and result.score > step.words
order by result.source_row;
