-- What a sheet of archive says now, and what the batch $batch_no said: one value a row.

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
            {'field': 'scale_score', 'value': (scale)::varchar},
            {'field': 'award', 'value': (award)::varchar},
            {'field': 'region', 'value': (region)::varchar}
        ] as parts
    from staged_result
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
            {'field': 'scale_score', 'value': (scale.scale)::varchar},
            {'field': 'award', 'value': (scale.award_claimed)::varchar},
            {'field': 'region', 'value': (entry.region)::varchar}
        ] as parts
    from fact.scale_score as scale
    inner join ledger.contest as contest on contest.contest_no = scale.contest_no
    inner join ledger.entry as registry
        on registry.contest_no = scale.contest_no
        and registry.entry_no = scale.entry_no
    left join fact.entry as entry
        on entry.contest_no = scale.contest_no
        and entry.entry_no = scale.entry_no
    where scale.batch_no = $batch_no
) as given
cross join unnest(given.parts) as listed (part);
