-- scope_missing: a contest of an oblast or college that does not say which.
-- kinds: contests
-- source: CONTRACTS "Ids" (region is the scope at college and oblast level)

select
    staged.source_row,
    level.source_column,
    raw.level as found,
    case when staged.region is null then 'region' else 'organisation' end as field
from staged_contest as staged
inner join staged_raw as raw on raw.source_row = staged.source_row
left join staged_column as level on level.field = 'level'
where
    (
        (staged.level in ('college', 'oblast') and staged.region is null)
        or (staged.level = 'college' and staged.organisation is null)
    )
    and not exists (
        select 1
        from staged_doubt as doubt
        where doubt.source_row = staged.source_row and doubt.field = 'region'
    )
order by staged.source_row;
