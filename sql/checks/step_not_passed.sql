-- step_not_passed: a result of a candidate who is out since an earlier step.
-- kinds: selection
-- source: rulebook C1, CS-16, CS-19

select
    result.source_row,
    (
        select named.source_column
        from staged_column as named
        where named.field = 'candidate'
    ) as source_column,
    result.candidate as found,
    result.step,
    arg_max(standing.step, standing.ord) as former
from staged_result as result
inner join staged_standing as standing
    on standing.contest = result.contest
    and standing.candidate = result.candidate
    and standing.ord < result.ord
where standing.status in ('out', 'absent')
group by result.source_row, result.candidate, result.step
order by result.source_row;
