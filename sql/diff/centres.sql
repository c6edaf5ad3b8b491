-- What a sheet of centres says now, and what the batch $batch_no said: one value a row.

create or replace temp table diff_new as
select
    given.key,
    given.source_row,
    part.field,
    part.value
from (
    select
        concat_ws(' · ', organisation, region, profile, item, evidence, basis, done_on) as key,
        source_row,
        [
            {'field': 'state', 'value': (state)::varchar},
            {'field': 'valid_to', 'value': (valid_to)::varchar},
            {'field': 'checked_on', 'value': (checked_on)::varchar}
        ] as parts
    from (
        select
            staged.source_row,
            staged.organisation,
            coalesce(staged.region, home.region) as region,
            coalesce(staged.profile, checklist.profile) as profile,
            staged.item,
            staged.evidence,
            staged.state,
            staged.basis,
            try_cast(staged.done_on as date) as done_on,
            try_cast(staged.valid_to as date) as valid_to,
            try_cast(staged.checked_on as date) as checked_on
        from staged
        cross join known_checklist as checklist
        left join known_home as home on home.organisation = lower(staged.organisation)
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
        concat_ws(' · ', organisation, region, profile, item, evidence, basis, done_on) as key,
        [
            {'field': 'state', 'value': (state)::varchar},
            {'field': 'valid_to', 'value': (valid_to)::varchar},
            {'field': 'checked_on', 'value': (checked_on)::varchar}
        ] as parts
    from fact.centre_item
    where batch_no = $batch_no
) as given
cross join unnest(given.parts) as listed (part);
