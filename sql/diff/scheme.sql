-- What a sheet of scheme says now, and what the batch $batch_no said: one value a row.

create or replace temp table diff_new as
select
    given.key,
    given.source_row,
    part.field,
    part.value
from (
    select
        concat_ws(' · ', contest, aspect) as key,
        source_row,
        [
            {'field': 'day', 'value': (day)::varchar},
            {'field': 'kind', 'value': (kind)::varchar},
            {'field': 'sub_criterion', 'value': (sub_criterion)::varchar},
            {'field': 'description', 'value': (description)::varchar},
            {'field': 'requirement', 'value': (requirement)::varchar},
            {'field': 'wsos_section', 'value': (wsos_section)::varchar},
            {'field': 'max_mark', 'value': (max_mark)::varchar}
        ] as parts
    from staged_aspect
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
        concat_ws(' · ', contest.contest, aspect.aspect) as key,
        [
            {'field': 'day', 'value': (aspect.day)::varchar},
            {'field': 'kind', 'value': (aspect.kind)::varchar},
            {'field': 'sub_criterion', 'value': (aspect.sub_criterion)::varchar},
            {'field': 'description', 'value': (aspect.description)::varchar},
            {'field': 'requirement', 'value': (aspect.requirement)::varchar},
            {'field': 'wsos_section', 'value': (aspect.wsos_section)::varchar},
            {'field': 'max_mark', 'value': (aspect.max_mark)::varchar}
        ] as parts
    from fact.aspect as aspect
    inner join known_contest as contest on contest.contest_no = aspect.contest_no
    where aspect.batch_no = $batch_no
) as given
cross join unnest(given.parts) as listed (part);
