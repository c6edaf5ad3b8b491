-- What a sheet of participants says now, and what the batch $batch_no said: one value a row.

create or replace temp table diff_new as
select
    given.key,
    given.source_row,
    part.field,
    part.value
from (
    select
        concat_ws(' · ', full_name, organisation, profession) as key,
        source_row,
        [
            {'field': 'region', 'value': (region)::varchar},
            {'field': 'industry', 'value': (industry)::varchar},
            {'field': 'has_consent', 'value': (consent)::varchar},
            {'field': 'received_on', 'value': (received_on)::varchar},
            {'field': 'has_phones', 'value': (phones is not null)::varchar},
            {'field': 'has_email', 'value': (email is not null)::varchar}
        ] as parts
    from staged
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
        concat_ws(' · ', name, organisation, profession) as key,
        [
            {'field': 'region', 'value': (region)::varchar},
            {'field': 'industry', 'value': (industry)::varchar},
            {'field': 'has_consent', 'value': (has_consent)::varchar},
            {'field': 'received_on', 'value': (received_on)::varchar},
            {'field': 'has_phones', 'value': (has_phones)::varchar},
            {'field': 'has_email', 'value': (has_email)::varchar}
        ] as parts
    from fact.application
    where batch_no = $batch_no
) as given
cross join unnest(given.parts) as listed (part);
