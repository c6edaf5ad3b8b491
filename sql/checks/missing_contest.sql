-- missing_contest: the sheet names no contest and none was chosen.
-- kinds: marks, scores, scheme, entries, experts, candidates, selection
-- source: CONTRACTS "Sheet formats" (a sheet without a contest column)

select
    min(staged.source_row) as source_row,
    any_value(named.source_column) as source_column,
    null::varchar as found,
    count(*) as cells
from staged
left join staged_column as named on named.field = 'contest'
where
    staged.contest is null
    and not exists (
        select 1
        from staged_doubt as doubt
        where doubt.source_row = staged.source_row and doubt.field = 'contest'
    )
    and not exists (
        select 1
        from staged_missing as missing
        where missing.source_row = staged.source_row and missing.field = 'contest'
    )
having count(*) > 0;
