-- What a sheet of indicators says now, and what the batch $batch_no said: one value a row.

create or replace temp table diff_new as
select
    given.key,
    given.source_row,
    part.field,
    part.value
from (
    select
        concat_ws(' · ', indicator, region, period, organisation, since) as key,
        source_row,
        [
            {'field': 'numerator', 'value': (numerator)::varchar},
            {'field': 'denominator', 'value': (denominator)::varchar},
            {'field': 'as_of', 'value': (as_of)::varchar},
            {'field': 'source', 'value': (source)::varchar}
        ] as parts
    from (
        select
            source_row,
            indicator,
            region,
            period,
            organisation,
            try_cast(since as date) as since,
            try_cast(numerator as bigint) as numerator,
            try_cast(denominator as bigint) as denominator,
            try_cast(as_of as date) as as_of,
            source
        from staged
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
        concat_ws(' · ', indicator, region, period, organisation, since) as key,
        [
            {'field': 'numerator', 'value': (numerator)::varchar},
            {'field': 'denominator', 'value': (denominator)::varchar},
            {'field': 'as_of', 'value': (as_of)::varchar},
            {'field': 'source', 'value': (source)::varchar}
        ] as parts
    from fact.indicator_value
    where batch_no = $batch_no
) as given
cross join unnest(given.parts) as listed (part);
