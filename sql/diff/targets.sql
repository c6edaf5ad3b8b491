-- What a sheet of targets says now, and what the batch $batch_no said: one value a row.

create or replace temp table diff_new as
select
    given.key,
    given.source_row,
    part.field,
    part.value
from (
    select
        concat_ws(' · ', indicator, region, year) as key,
        source_row,
        [
            {'field': 'target', 'value': (coalesce(minimum, maximum))::varchar},
            {'field': 'most', 'value': (maximum)::varchar},
            {'field': 'source', 'value': (source)::varchar}
        ] as parts
    from (
        select
            staged.source_row,
            staged.indicator,
            staged.region,
            staged.year,
            try_cast(staged.target as bigint) as minimum,
            coalesce(
                try_cast(staged.most as bigint),
                if(side.side in ('at_most', 'exact'), try_cast(staged.target as bigint), null)
            ) as maximum,
            staged.source
        from staged
        left join staged_side as side on side.indicator = staged.indicator
    )
) as given
cross join unnest(given.parts) as listed (part);

create or replace temp table diff_old as
select
    given.key,
    null::integer as source_row,
    part.field,
    part.value
from (
    select
        concat_ws(' · ', indicator, region, year) as key,
        [
            {'field': 'target', 'value': (coalesce(minimum, maximum))::varchar},
            {'field': 'most', 'value': (maximum)::varchar},
            {'field': 'source', 'value': (source)::varchar}
        ] as parts
    from fact.indicator_target
    where batch_no = $batch_no
) as given
cross join unnest(given.parts) as listed (part);
