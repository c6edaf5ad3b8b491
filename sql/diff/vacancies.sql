-- What a sheet of vacancies says now, and what the batch $batch_no said: one value a row.

create or replace temp table diff_new as
select
    given.key,
    given.source_row,
    part.field,
    part.value
from (
    select
        concat_ws(' · ', contest, published_on) as key,
        source_row,
        [
            {'field': 'post', 'value': (post)::varchar},
            {'field': 'units', 'value': (units)::varchar},
            {'field': 'deadline_days', 'value': (deadline_days)::varchar},
            {'field': 'english', 'value': (is_english)::varchar}
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
        concat_ws(' · ', contest.contest, vacancy.published_on) as key,
        [
            {'field': 'post', 'value': (vacancy.post)::varchar},
            {'field': 'units', 'value': (vacancy.units)::varchar},
            {'field': 'deadline_days', 'value': (vacancy.deadline_days)::varchar},
            {'field': 'english', 'value': (vacancy.is_english)::varchar}
        ] as parts
    from ledger.vacancy as vacancy
    inner join fact.batch as batch
        on batch.contest_no = vacancy.contest_no
        and batch.batch_no = vacancy.batch_no
    inner join ledger.contest as contest on contest.contest_no = vacancy.contest_no
    where vacancy.batch_no = $batch_no
) as given
cross join unnest(given.parts) as listed (part);
