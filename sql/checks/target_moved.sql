-- target_moved: somebody else has set the target since the sender looked at it.
-- kinds: targets
-- source: CONTRACTS "Replace and repeat"

select
    staged.source_row,
    staged.source_column,
    staged.target as found,
    coalesce(now.batch_no, 0)::varchar as batch_no
from staged
left join (
    select
        indicator,
        region,
        year,
        max(batch_no) as batch_no
    from fact.indicator_target
    group by indicator, region, year
) as now
    on now.indicator = staged.indicator
    and now.region is not distinct from staged.region
    and now.year = try_cast(staged.year as integer)
where try_cast(staged.former as integer) <> coalesce(now.batch_no, 0)
order by staged.source_row;
