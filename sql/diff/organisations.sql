-- What a sheet of organisations says now, and what the batch $batch_no said: one value a row.

create or replace temp table diff_new as
select
    given.key,
    given.source_row,
    part.field,
    part.value
from (
    select
        concat_ws(' · ', organisation, region) as key,
        source_row,
        [
            {'field': 'kind', 'value': (kind)::varchar},
            {'field': 'students', 'value': (students)::varchar},
            {'field': 'ownership', 'value': (ownership)::varchar}
        ] as parts
    from (
        select
            name as organisation,
            region,
            kind,
            try_cast(students as integer) as students,
            ownership,
            source_row
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
        concat_ws(' · ', organisation, region) as key,
        [
            {'field': 'kind', 'value': (kind)::varchar},
            {'field': 'students', 'value': (students)::varchar},
            {'field': 'ownership', 'value': (ownership)::varchar}
        ] as parts
    from fact.organisation
    where batch_no = $batch_no
) as given
cross join unnest(given.parts) as listed (part);
