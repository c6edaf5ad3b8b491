-- What a sheet of events says now, and what the batch $batch_no said: one value a row.

create or replace temp table diff_new as
select
    given.key,
    given.source_row,
    part.field,
    part.value
from (
    select
        concat_ws(' · ', contest, event) as key,
        source_row,
        [
            {'field': 'level', 'value': (level)::varchar},
            {'field': 'title', 'value': (title)::varchar},
            {'field': 'region', 'value': (region)::varchar},
            {'field': 'place', 'value': (place)::varchar},
            {'field': 'term', 'value': (term)::varchar},
            {'field': 'starts_on', 'value': (starts_on)::varchar},
            {'field': 'ends_on', 'value': (ends_on)::varchar},
            {'field': 'state', 'value': (state)::varchar},
            {'field': 'repeats', 'value': (repeats)::varchar},
            {'field': 'note', 'value': (note)::varchar}
        ] as parts
    from ready_event
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
        concat_ws(' · ', registry.contest, event.event) as key,
        [
            {'field': 'level', 'value': (event.level)::varchar},
            {'field': 'title', 'value': (event.title)::varchar},
            {'field': 'region', 'value': (event.region)::varchar},
            {'field': 'place', 'value': (event.place)::varchar},
            {'field': 'term', 'value': (event.term)::varchar},
            {'field': 'starts_on', 'value': (event.starts_on)::varchar},
            {'field': 'ends_on', 'value': (event.ends_on)::varchar},
            {'field': 'state', 'value': (event.state)::varchar},
            {'field': 'repeats', 'value': (event.repeats)::varchar},
            {'field': 'note', 'value': (event.note)::varchar}
        ] as parts
    from fact.event as event
    inner join ledger.contest as registry on registry.contest_no = event.contest_no
    where event.batch_no = $batch_no
) as given
cross join unnest(given.parts) as listed (part);
