-- What a sheet of entries says now, and what the batch $batch_no said: one value a row.

create or replace temp table diff_new as
select
    given.key,
    given.source_row,
    part.field,
    part.value
from (
    select
        concat_ws(' · ', contest, entry, name) as key,
        source_row,
        [
            {'field': 'person', 'value': (person)::varchar},
            {'field': 'region', 'value': (region)::varchar},
            {'field': 'organisation', 'value': (organisation)::varchar},
            {'field': 'is_guest', 'value': (is_guest)::varchar},
            {'field': 'status', 'value': (status)::varchar}
        ] as parts
    from ready_entry_fact
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
        concat_ws(' · ', contest.contest, registry.entry, member.name) as key,
        [
            {'field': 'person', 'value': (member.person)::varchar},
            {'field': 'region', 'value': (member.region)::varchar},
            {'field': 'organisation', 'value': (member.organisation)::varchar},
            {'field': 'is_guest', 'value': (member.is_guest)::varchar},
            {'field': 'status', 'value': (member.status)::varchar}
        ] as parts
    from fact.entry_member as member
    inner join known_contest as contest on contest.contest_no = member.contest_no
    inner join ledger.entry as registry
        on registry.contest_no = member.contest_no
        and registry.entry_no = member.entry_no
    where member.batch_no = $batch_no
) as given
cross join unnest(given.parts) as listed (part);
