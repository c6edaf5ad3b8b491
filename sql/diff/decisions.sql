-- What a sheet of decisions says now, and what the batch $batch_no said: one value a row.

create or replace temp table diff_new as
select
    given.key,
    given.source_row,
    part.field,
    part.value
from (
    select
        concat_ws(' · ', subject, kind) as key,
        source_row,
        [
            {'field': 'value', 'value': (value)::varchar},
            {'field': 'who', 'value': (who)::varchar},
            {'field': 'reason', 'value': (reason)::varchar},
            {'field': 'decided_at', 'value': (decided_at)::varchar}
        ] as parts
    from ready_decision
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
        concat_ws(' · ', subject, kind) as key,
        [
            {'field': 'value', 'value': (value)::varchar},
            {'field': 'who', 'value': (who)::varchar},
            {'field': 'reason', 'value': (reason)::varchar},
            {'field': 'decided_at', 'value': (decided_at)::varchar}
        ] as parts
    from fact.decision
    where batch_no = $batch_no
) as given
cross join unnest(given.parts) as listed (part);
