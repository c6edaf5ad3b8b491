-- What a sheet of works says now, and what the batch $batch_no said: one value a row.

create or replace temp table diff_new as
select
    given.key,
    given.source_row,
    part.field,
    part.value
from (
    select
        concat_ws(' · ', contest, entry) as key,
        source_row,
        [
            {'field': 'received_at', 'value': (received_at::timestamptz)::varchar},
            {'field': 'pages', 'value': (pages)::varchar},
            {'field': 'flag', 'value': (has_flag)::varchar}
        ] as parts
    from ready_work
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
        concat_ws(' · ', contest.contest, registry.entry) as key,
        [
            {'field': 'received_at', 'value': (one.received_at)::varchar},
            {'field': 'pages', 'value': (one.pages)::varchar},
            {'field': 'flag', 'value': (one.has_flag)::varchar}
        ] as parts
    from fact.work as one
    inner join ledger.contest as contest on contest.contest_no = one.contest_no
    inner join ledger.entry as registry
        on registry.contest_no = one.contest_no
        and registry.entry_no = one.entry_no
    where one.batch_no = $batch_no
) as given
cross join unnest(given.parts) as listed (part);
