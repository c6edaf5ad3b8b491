-- What a sheet of planned contests says now, and what the batch $batch_no said: one value a row.

create or replace temp table diff_new as
select
    given.key,
    given.source_row,
    part.field,
    part.value
from (
    select
        concat_ws(' · ', contest, level, if(level = 'republic', null, region), unit) as key,
        source_row,
        [
            {'field': 'no', 'value': (no)::varchar},
            {'field': 'region', 'value': (region)::varchar},
            {'field': 'base', 'value': (base)::varchar},
            {'field': 'term', 'value': (term)::varchar},
            {'field': 'starts_on', 'value': (starts_on)::varchar},
            {'field': 'ends_on', 'value': (ends_on)::varchar}
        ] as parts
    from ready_schedule_item
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
        concat_ws(' · ', registry.contest, schedule_item.level, if(schedule_item.level = 'republic', null, schedule_item.region), schedule_item.unit) as key,
        [
            {'field': 'no', 'value': (schedule_item.no)::varchar},
            {'field': 'region', 'value': (schedule_item.region)::varchar},
            {'field': 'base', 'value': (schedule_item.base)::varchar},
            {'field': 'term', 'value': (schedule_item.term)::varchar},
            {'field': 'starts_on', 'value': (schedule_item.starts_on)::varchar},
            {'field': 'ends_on', 'value': (schedule_item.ends_on)::varchar}
        ] as parts
    from fact.schedule_item as schedule_item
    inner join ledger.contest as registry on registry.contest_no = schedule_item.contest_no
    where schedule_item.batch_no = $batch_no
) as given
cross join unnest(given.parts) as listed (part);
