-- already_selected: a result that another sheet in force has brought.
-- kinds: selection
-- source: CONTRACTS "Replace and repeat"

select
    result.source_row,
    result.source_column,
    concat_ws(' · ', result.candidate, result.step, result.part, result.member) as found,
    min(known.batch_no)::varchar as batch_no
from staged_result as result
inner join staged_known as known
    on known.contest = result.contest
    and known.candidate = result.candidate
    and known.step = result.step
    and known.part is not distinct from result.part
    and known.member is not distinct from result.member
group by
    result.source_row, result.source_column, result.candidate, result.step, result.part,
    result.member
order by result.source_row;
