-- What a sheet of contests says now, and what the batch $batch_no said: one value a row.

create or replace temp table diff_new as
select
    given.key,
    given.source_row,
    part.field,
    part.value
from (
    select
        concat_ws(' · ', contest) as key,
        source_row,
        [
            {'field': 'ruleset_hash', 'value': (ruleset_hash)::varchar},
            {'field': 'starts_on', 'value': (starts_on)::varchar},
            {'field': 'ends_on', 'value': (ends_on)::varchar},
            {'field': 'host', 'value': (host)::varchar},
            {'field': 'max_entries', 'value': (max_entries)::varchar}
        ] as parts
    from staged_contest
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
        concat_ws(' · ', contest) as key,
        [
            {'field': 'ruleset_hash', 'value': (ruleset_hash)::varchar},
            {'field': 'starts_on', 'value': (starts_on)::varchar},
            {'field': 'ends_on', 'value': (ends_on)::varchar},
            {'field': 'host', 'value': (host)::varchar},
            {'field': 'max_entries', 'value': (max_entries)::varchar}
        ] as parts
    from fact.contest
    where batch_no = $batch_no
) as given
cross join unnest(given.parts) as listed (part);
