-- unknown_education: a level of education that the rules do not order.
-- kinds: selection
-- source: rulebook CS-33, CS-Q09

select
    result.source_row,
    (
        select named.source_column
        from staged_column as named
        where named.field = 'education'
    ) as source_column,
    result.education_found as found,
    (
        select string_agg(education.education, ', ' order by education.ord)
        from ref.selection_education as education
        where education.ruleset_hash = result.ruleset_hash
    ) as levels
from staged_result as result
where
    result.education is null
    and result.education_found is not null
    and result.step is not null
order by result.source_row;
